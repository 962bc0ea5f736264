import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useActions } from "../api/actions.ts";
import { Phone } from "../phone/Phone.tsx";
import { usePhones } from "../state/store.ts";
import { LinkBar } from "./LinkBar.tsx";

type Props = {
  /** Null for whoever is first. */
  readonly personId: string | null;
  readonly chatId: string | null;
};

/** A single phone that fills the frame, for docking inside another page. */
export function OnePhone({ personId, chatId }: Props) {
  const { t } = useTranslation();
  const { show } = useActions();
  const people = usePhones((phones) => phones.people);
  const person = people.find(
    (it) => personId === null || [it.id, it.waId, it.bsuid].includes(personId),
  );
  const shown = person?.id ?? null;
  useEffect(() => show(shown === null ? [] : [shown]), [shown, show]);
  return (
    <main className="flex h-full flex-col">
      <h1 className="sr-only">{t("page.title")}</h1>
      <LinkBar />
      <div className="min-h-0 flex-1">
        {person ? (
          <Phone key={person.id} person={person} narrow startWith={chatId} />
        ) : (
          people.length > 0 && <p className="p-8 text-center text-ink-3">{t("page.noPerson")}</p>
        )}
      </div>
    </main>
  );
}
