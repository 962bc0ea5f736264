import type { FilterJson } from "@galka/contract/json/filter";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../sync/SyncProvider.tsx";
import { classNames } from "../../ui/class-names.ts";
import type { InboxSearch } from "../inbox/inbox-search.ts";
import { useViewCounts } from "./use-view-counts.ts";
import { useViews } from "./views-query.ts";

const OPEN = { field: "status", in: ["open"] } as const;

type WorkTab = { readonly name: "mine" | "unassigned" | "teams"; readonly where: FilterJson };

/** What is open and one's own, what is open and nobody's, and what is open and of one's teams. */
const WORK_TABS: readonly WorkTab[] = [
  { name: "mine", where: { all: [OPEN, { field: "assignee", in: ["me"] }] } },
  { name: "unassigned", where: { all: [OPEN, { field: "assignee", in: ["nobody"] }] } },
  { name: "teams", where: { all: [OPEN, { field: "team", in: ["mine"] }] } },
];

function isSame(one: FilterJson | undefined, other: FilterJson): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The lists that are one press away: all, the unread, the pinned views, and a filter that is not saved. */
export function ListTabs({ search }: { readonly search: InboxSearch }) {
  const { t } = useTranslation();
  const unread = useWorkspace((state) => state.unreadConversations) ?? 0;
  const { views, ownTeamIds } = useViews();
  const shown = views.filter((view) => view.pinned || view.id === search.view);
  const { counts, upTo } = useViewCounts(shown.length > 0);
  // Whoever is of no team has nothing to see there.
  const workTabs = WORK_TABS.filter(({ name }) => name !== "teams" || ownTeamIds.length > 0);
  const plain = search.view === undefined && search.where === undefined;

  return (
    <nav aria-label={t("inbox.filters")} className="flex gap-4 overflow-x-auto">
      <Tab to={{}} active={plain && search.filter === undefined}>
        {t("inbox.filter.all")}
      </Tab>
      <Tab to={{ filter: "unread" }} active={plain && search.filter === "unread"}>
        {t("inbox.filter.unread")}
        {unread > 0 ? <span className="text-ink-3">{unread}</span> : null}
      </Tab>
      {workTabs.map(({ name, where }) => (
        <Tab key={name} to={{ where }} active={isSame(search.where, where)}>
          {t(`work.tab.${name}`)}
        </Tab>
      ))}
      {shown.map((view) => {
        const count = counts.get(view.id) ?? 0;
        return (
          <Tab
            key={view.id}
            to={{ view: view.id }}
            active={search.view === view.id && search.where === undefined}
          >
            <bdi className="max-w-40 truncate">{view.name}</bdi>
            {count > 0 ? (
              <span className="text-ink-3">{count >= upTo ? `${upTo - 1}+` : count}</span>
            ) : null}
          </Tab>
        );
      })}
      {search.where && !workTabs.some(({ where }) => isSame(search.where, where)) ? (
        <Tab to={search} active>
          {t("filters.own")}
        </Tab>
      ) : null}
    </nav>
  );
}

type TabProps = {
  readonly to: InboxSearch;
  readonly active: boolean;
  readonly children: ReactNode;
};

function Tab({ to, active, children }: TabProps) {
  return (
    <Link
      to="."
      search={to}
      aria-current={active ? "true" : undefined}
      className={classNames(
        "flex min-h-9 shrink-0 items-center gap-1.5 border-b-2 pt-0.5 text-list font-medium -outline-offset-2 pointer-coarse:min-h-11",
        active ? "border-blue text-ink" : "border-transparent text-ink-2 hover:text-ink",
      )}
    >
      {children}
    </Link>
  );
}
