import { Link } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Avatar } from "../../ui/marks/Avatar.tsx";
import { Moment } from "../../ui/marks/Moment.tsx";
import { contactAddress, contactName } from "../contact/contact-name.ts";
import { usePhoneFormat } from "../contact/phone-format.ts";
import { LabelChips } from "../labels/LabelChips.tsx";
import type { PeopleRowsProps } from "./PeopleTable.tsx";
import { peopleSelection, usePeopleSelection } from "./people-selection.ts";

const CARD_HEIGHT = 68;
const AHEAD = 15;

/** Contacts on a narrow screen: one card each, with what tells two of them apart. */
export function PeopleCards({ people, search, selectedId, onEnd }: PeopleRowsProps) {
  const { t } = useTranslation();
  usePhoneFormat();
  const scroller = useRef<HTMLDivElement>(null);
  const chosen = usePeopleSelection();
  // oxlint-disable-next-line react/incompatible-library -- its functions are used where they are made and not passed on
  const virtualizer = useVirtualizer({
    count: people.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_HEIGHT,
    overscan: 8,
    initialRect: { width: 360, height: 800 },
  });
  const rows = virtualizer.getVirtualItems();
  const nearEnd = (rows.at(-1)?.index ?? 0) >= people.length - AHEAD;
  useEffect(() => {
    if (nearEnd) onEnd();
  });

  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto">
      <ul className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {rows.map((row) => {
          const person = people[row.index];
          if (!person) return null;
          const name = contactName(person, t("contact.unnamed"));
          return (
            <li
              key={person.id}
              className="absolute inset-x-0 top-0 flex items-center border-b pl-1"
              style={{ height: CARD_HEIGHT, transform: `translateY(${row.start}px)` }}
            >
              <label className="flex size-11 shrink-0 items-center justify-center">
                <input
                  type="checkbox"
                  className="size-5"
                  aria-label={t("peopleTable.chooseOne", { name })}
                  checked={chosen.has(person.id)}
                  onChange={() => peopleSelection.toggle(person.id)}
                />
              </label>
              <Link
                to="/contacts/$contactId"
                params={{ contactId: person.id }}
                search={search}
                aria-current={person.id === selectedId ? "true" : undefined}
                className="flex h-full min-w-0 flex-1 items-center gap-3 pr-3 -outline-offset-2"
              >
                <Avatar name={name} size={40} />
                <span className="min-w-0 flex-1 text-list">
                  <span className="flex items-baseline gap-2">
                    <bdi className="min-w-0 flex-1 truncate font-medium">{name}</bdi>
                    {person.lastMessageAt ? (
                      <Moment
                        at={person.lastMessageAt}
                        as="list"
                        className="shrink-0 text-meta text-ink-3"
                      />
                    ) : null}
                  </span>
                  <span className="flex items-center gap-2 text-ink-2">
                    <span className="min-w-0 flex-1 truncate">{contactAddress(person)}</span>
                    <LabelChips labelIds={person.labelIds} most={1} />
                  </span>
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
