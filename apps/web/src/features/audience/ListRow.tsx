import type { AudienceListJson } from "@galka/contract/json/people/audience";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { PeopleNumber } from "./PeopleNumber.tsx";

type Props = { readonly list: AudienceListJson; readonly onOpen?: () => void };

/** One list: what it is called, how many are on it, and where they are seen. */
export function ListRow({ list, onOpen }: Props) {
  const { t } = useTranslation();
  const name = <bdi>{list.name}</bdi>;
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-2">
      <div className="w-full min-w-50 narrow:w-auto narrow:flex-1">
        {onOpen ? (
          <button type="button" className="link min-h-6 text-left font-medium" onClick={onOpen}>
            {name}
          </button>
        ) : (
          <span className="font-medium">{name}</span>
        )}
        <p className="text-list text-ink-2">
          {list.description}
          {list.columns.length > 0 ? (
            <span className="block text-ink-3">
              {t("audience.columns", { names: list.columns.join(", ") })}
            </span>
          ) : null}
        </p>
      </div>
      <output className="text-list text-ink-2 tabular-nums">
        <PeopleNumber wish={{ of: [{ from: "list", listId: list.id }], except: [] }} />
      </output>
      {list.importId === null ? null : (
        <Link
          className="link min-h-6"
          to="/settings/people/$importId"
          params={{ importId: list.importId }}
        >
          {t("audience.theFile")}
        </Link>
      )}
      <Link
        className="link min-h-6"
        to="/contacts"
        search={{ who: { all: [{ field: "list", in: [list.id] }] } }}
      >
        {t("audience.showPeople")}
      </Link>
    </li>
  );
}
