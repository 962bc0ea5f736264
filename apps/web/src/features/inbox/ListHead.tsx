import { Link } from "@tanstack/react-router";
import { MessageSquarePlus, Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../sync/SyncProvider.tsx";
import type { ListFilter } from "../../sync/workspace-state.ts";
import { classNames } from "../../ui/class-names.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { overlays } from "../shell/overlays.ts";

const FILTERS = ["all", "unread"] as const;

type Props = { readonly filter: ListFilter };

/** The inbox's name, its two filters and what can be begun here. */
export function ListHead({ filter }: Props) {
  const { t } = useTranslation();
  return (
    <header className="shrink-0 border-b px-3 pt-3">
      <div className="flex items-center gap-1">
        <h1 className="flex-1 text-title font-semibold">{t("place.inbox")}</h1>
        <IconButton
          label={t("search.open")}
          keys="Ctrl K"
          side="bottom"
          onClick={() => overlays.show("palette")}
        >
          <Search size={20} aria-hidden="true" />
        </IconButton>
        <IconButton
          label={t("inbox.writeFirst")}
          side="bottom"
          onClick={() => overlays.show("new-conversation")}
        >
          <MessageSquarePlus size={20} aria-hidden="true" />
        </IconButton>
      </div>
      <nav aria-label={t("inbox.filters")} className="flex gap-4">
        {FILTERS.map((it) => (
          <FilterLink key={it} filter={it} active={it === filter} />
        ))}
      </nav>
    </header>
  );
}

function FilterLink({ filter, active }: { readonly filter: ListFilter; readonly active: boolean }) {
  const { t } = useTranslation();
  const unread = useWorkspace((state) => state.unreadConversations) ?? 0;
  return (
    <Link
      to="."
      search={filter === "unread" ? { filter } : {}}
      aria-current={active ? "true" : undefined}
      className={classNames(
        "flex min-h-9 items-center gap-1.5 border-b-2 pt-0.5 text-list font-medium pointer-coarse:min-h-11",
        active ? "border-blue text-ink" : "border-transparent text-ink-2 hover:text-ink",
      )}
    >
      {t(`inbox.filter.${filter}`)}
      {filter === "unread" && unread > 0 ? <span className="text-ink-3">{unread}</span> : null}
    </Link>
  );
}
