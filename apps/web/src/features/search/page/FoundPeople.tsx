import type { PersonJson } from "@galka/contract/json/people/people-table";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Avatar } from "../../../ui/marks/Avatar.tsx";
import { contactAddress, contactName } from "../../contact/contact-name.ts";

type Props = {
  readonly q: string;
  readonly people: readonly PersonJson[];
  readonly isMore: boolean;
};

/** Contacts whose name or number says what is asked. */
export function FoundPeople({ q, people, isMore }: Props) {
  const { t } = useTranslation();
  if (people.length === 0) return null;
  return (
    <section aria-label={t("found.tab.contacts")}>
      <ul className="flex flex-col">
        {people.map((person) => {
          const name = contactName(person, t("contact.unnamed"));
          return (
            <li key={person.id}>
              <Link
                to="/contacts/$contactId"
                params={{ contactId: person.id }}
                data-found={person.id}
                className="flex min-h-12 items-center gap-3 rounded-control px-2 -outline-offset-2 hover:bg-surface-2"
              >
                <Avatar name={name} size={32} />
                <span className="min-w-0 flex-1 text-list">
                  <bdi className="block truncate font-medium">{name}</bdi>
                  <span className="block truncate text-ink-2">{contactAddress(person)}</span>
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
      {isMore ? (
        <Link to="/contacts" search={{ q }} className="link inline-flex min-h-8 items-center px-2">
          {t("found.inTable")}
        </Link>
      ) : null}
    </section>
  );
}
