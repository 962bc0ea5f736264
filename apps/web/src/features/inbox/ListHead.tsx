import { EVERYTHING } from "@galka/core/filters/filter";
import { Link, useNavigate } from "@tanstack/react-router";
import { Hourglass, ListFilter, MessageSquarePlus, Search } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../api/use-may.ts";
import type { List } from "../../sync/workspace-state.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { ListTabs } from "../filters/ListTabs.tsx";
import { MentionsButton } from "../mentions/MentionsButton.tsx";
import { ScheduledButton } from "../scheduled/ScheduledButton.tsx";
import { overlays } from "../shell/overlays.ts";
import { useShortcut } from "../shortcuts/use-shortcut.ts";
import type { InboxSearch } from "./inbox-search.ts";

const FilterDialog = lazy(() =>
  import("../filters/FilterDialog.tsx").then((module) => ({ default: module.FilterDialog })),
);

type Props = { readonly search: InboxSearch; readonly list: List | null };

/** The inbox's name, its lists and what can be begun here. */
export function ListHead({ search, list }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const [filtering, setFiltering] = useState(false);
  useShortcut("filter", () => setFiltering(true));

  function show(next: InboxSearch): void {
    setFiltering(false);
    void navigate({ to: ".", search: next });
  }

  return (
    <header className="shrink-0 border-b px-3 pt-3">
      <div className="flex items-center gap-1">
        <h1 className="flex-1 text-title font-semibold">{t("place.inbox")}</h1>
        <IconButton
          label={t("filters.title")}
          keys="Shift F"
          side="bottom"
          aria-pressed={search.where !== undefined}
          className={search.where ? "bg-selected text-blue-ink" : ""}
          onClick={() => setFiltering(true)}
        >
          <ListFilter size={20} aria-hidden="true" />
        </IconButton>
        <Link
          to="/soonest"
          search={{}}
          aria-label={t("place.soonest")}
          title={t("place.soonest")}
          className="control-icon inline-flex items-center justify-center text-ink-2 hover:bg-surface-3 hover:text-ink narrow:hidden"
        >
          <Hourglass size={20} aria-hidden="true" />
        </Link>
        <span className="narrow:hidden">
          <MentionsButton side="bottom" />
        </span>
        <ScheduledButton />
        <IconButton
          label={t("search.open")}
          keys="Ctrl K"
          side="bottom"
          onClick={() => overlays.show("palette")}
        >
          <Search size={20} aria-hidden="true" />
        </IconButton>
        {may("conversations.reply") ? (
          <IconButton
            label={t("inbox.writeFirst")}
            side="bottom"
            onClick={() => overlays.show("new-conversation")}
          >
            <MessageSquarePlus size={20} aria-hidden="true" />
          </IconButton>
        ) : null}
      </div>
      <ListTabs search={search} />
      {filtering ? (
        <Suspense>
          <FilterDialog
            filter={list?.filter ?? EVERYTHING}
            viewId={search.view ?? null}
            onShow={(where) => show(where.all.length > 0 ? { where } : {})}
            onSaved={(view) => show(view === null ? {} : { view })}
            onClose={() => setFiltering(false)}
          />
        </Suspense>
      ) : null}
    </header>
  );
}
