import type { PersonJson } from "@galka/contract/json/people/people-table";
import { Link } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown, ArrowUp, Ban } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Avatar } from "../../ui/marks/Avatar.tsx";
import { contactName } from "../contact/contact-name.ts";
import { usePhoneFormat } from "../contact/phone-format.ts";
import type { Column } from "./columns.ts";
import { PersonCell } from "./PersonCell.tsx";
import type { PeopleSearch, Sort } from "./people-search.ts";
import { peopleSelection, usePeopleSelection } from "./people-selection.ts";
import { usePersonKeys } from "./use-person-keys.ts";

const ROW_HEIGHT = 44;
const AHEAD = 20;

export type PeopleRowsProps = {
  readonly people: readonly PersonJson[];
  readonly columns: readonly Column[];
  readonly search: PeopleSearch;
  readonly selectedId: string | null;
  readonly onEnd: () => void;
};

/** Contacts as a table: only the rows in sight are made, however many there are. */
export function PeopleTable({ people, columns, search, selectedId, onEnd }: PeopleRowsProps) {
  const { t } = useTranslation();
  usePhoneFormat();
  const scroller = useRef<HTMLDivElement>(null);
  const chosen = usePeopleSelection();
  const order = people.map(({ id }) => id);
  // oxlint-disable-next-line react/incompatible-library -- its functions are used where they are made and not passed on
  const virtualizer = useVirtualizer({
    count: people.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    initialRect: { width: 1200, height: 800 },
  });
  const rows = virtualizer.getVirtualItems();
  const nearEnd = (rows.at(-1)?.index ?? 0) >= people.length - AHEAD;
  useEffect(() => {
    if (nearEnd) onEnd();
  });
  usePersonKeys(order, search, (index) => virtualizer.scrollToIndex(index));
  const above = rows[0]?.start ?? 0;
  const below = virtualizer.getTotalSize() - (rows.at(-1)?.end ?? 0);

  return (
    <section
      ref={scroller}
      aria-label={t("peopleTable.region")}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways is scrolled by the keyboard too
      tabIndex={0}
      className="min-h-0 flex-1 overflow-auto"
    >
      <table className="w-full border-separate border-spacing-0 text-list">
        <thead className="sticky top-0 z-10 bg-surface text-left text-meta text-ink-2">
          <tr>
            <th scope="col" className="w-10 border-b px-3 py-2">
              <span className="sr-only">{t("peopleTable.choose")}</span>
            </th>
            <HeadCell name={t("peopleTable.column.name")} sort="name" search={search} />
            {columns.map((column) => (
              <HeadCell
                key={column.id}
                name={
                  column.kind === "own" ? t(`peopleTable.column.${column.id}`) : column.field.name
                }
                sort={column.kind === "own" ? column.sort : undefined}
                search={search}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 ? <Gap height={above} /> : null}
          {rows.map((row) => {
            const person = people[row.index];
            if (!person) return null;
            const name = contactName(person, t("contact.unnamed"));
            return (
              <tr
                key={person.id}
                className={
                  person.id === selectedId || chosen.has(person.id)
                    ? "bg-selected"
                    : "hover:bg-surface-2"
                }
                style={{ height: ROW_HEIGHT }}
              >
                <td className="border-b px-3">
                  <input
                    type="checkbox"
                    className="size-4"
                    aria-label={t("peopleTable.chooseOne", { name })}
                    checked={chosen.has(person.id)}
                    onClick={(event) => {
                      if (event.shiftKey) peopleSelection.extend(order, person.id);
                      else peopleSelection.toggle(person.id);
                    }}
                    onChange={() => {}}
                  />
                </td>
                <th scope="row" className="max-w-64 border-b px-2 text-left font-medium">
                  <Link
                    to="/contacts/$contactId"
                    params={{ contactId: person.id }}
                    search={search}
                    data-person={person.id}
                    aria-current={person.id === selectedId ? "true" : undefined}
                    className="flex min-h-11 items-center gap-2 -outline-offset-2"
                  >
                    <Avatar name={name} size={32} />
                    <bdi className="truncate">{name}</bdi>
                    {person.isBlocked ? (
                      <Ban size={14} aria-label={t("peopleTable.blocked")} className="text-red" />
                    ) : null}
                  </Link>
                </th>
                {columns.map((column) => (
                  <td key={column.id} className="max-w-60 truncate border-b px-2 text-ink-2">
                    <PersonCell person={person} column={column} />
                  </td>
                ))}
              </tr>
            );
          })}
          {below > 0 ? <Gap height={below} /> : null}
        </tbody>
      </table>
    </section>
  );
}

/** Stands for the rows that are not in sight. */
function Gap({ height }: { readonly height: number }) {
  return <tr aria-hidden="true" style={{ height }} />;
}

type HeadProps = {
  readonly name: string;
  readonly sort: Sort | undefined;
  readonly search: PeopleSearch;
};

function HeadCell({ name, sort, search }: HeadProps) {
  const usual = sort === "name" ? "up" : "down";
  const isSorted = sort !== undefined && (search.sort ?? "name") === sort;
  const way = isSorted ? (search.way ?? usual) : null;
  const Arrow = way === "up" ? ArrowUp : ArrowDown;
  if (sort === undefined) {
    return (
      <th scope="col" className="border-b px-2 py-2 font-medium whitespace-nowrap">
        {name}
      </th>
    );
  }
  const next = isSorted ? (way === "up" ? "down" : "up") : usual;
  return (
    <th
      scope="col"
      aria-sort={way === null ? "none" : way === "up" ? "ascending" : "descending"}
      className="border-b px-2 py-2 font-medium whitespace-nowrap"
    >
      <Link
        to="."
        search={{ ...search, sort, way: next }}
        className="inline-flex min-h-6 items-center gap-1 hover:text-ink"
      >
        {name}
        {way === null ? null : <Arrow size={14} aria-hidden="true" />}
      </Link>
    </th>
  );
}
