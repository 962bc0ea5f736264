import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "../../ui/class-names.ts";
import { useSegments } from "../audience/audience-queries.ts";
import type { PeopleSearch } from "./people-search.ts";

/** Segments as views of the table: one press away, beside all contacts. */
export function SegmentTabs({ search }: { readonly search: PeopleSearch }) {
  const { t } = useTranslation();
  const segments = useSegments();
  if (segments.length === 0) return null;
  const { who: _, ...rest } = search;
  const shown = JSON.stringify(search.who);
  return (
    <nav aria-label={t("audience.views")} className="-mb-2 mt-1 flex gap-4 overflow-x-auto">
      <Tab to={rest} active={search.who === undefined}>
        {t("audience.all")}
      </Tab>
      {segments.map(({ id, name, filter }) => (
        <Tab key={id} to={{ ...rest, who: filter }} active={JSON.stringify(filter) === shown}>
          <bdi className="max-w-40 truncate">{name}</bdi>
        </Tab>
      ))}
    </nav>
  );
}

type TabProps = {
  readonly to: PeopleSearch;
  readonly active: boolean;
  readonly children: ReactNode;
};

function Tab({ to, active, children }: TabProps) {
  return (
    <Link
      to="/contacts"
      search={to}
      aria-current={active ? "true" : undefined}
      className={classNames(
        "flex min-h-9 shrink-0 items-center border-b-2 text-list font-medium -outline-offset-2 pointer-coarse:min-h-11",
        active ? "border-blue text-ink" : "border-transparent text-ink-2 hover:text-ink",
      )}
    >
      {children}
    </Link>
  );
}
