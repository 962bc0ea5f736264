import type { AudienceListJson } from "@galka/contract/json/people/audience";
import { useQuery } from "@tanstack/react-query";
import { Plus, Users } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../api/use-may.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { listsQuery } from "./audience-queries.ts";
import { ListDialog } from "./ListDialog.tsx";
import { ListRow } from "./ListRow.tsx";

/** Lists of contacts that somebody chose; those of files stand beside them in a place of their own. */
export function ListsSection() {
  const { t } = useTranslation();
  const may = useMay();
  const query = useQuery(listsQuery(useApi()));
  const [open, setOpen] = useState<{ readonly list: AudienceListJson | null } | null>(null);
  const items = query.data?.items ?? [];
  return (
    <section className="flex flex-col gap-3">
      {may("contacts.edit") ? (
        <Button
          look="primary"
          className="self-start"
          icon={<Plus size={16} aria-hidden="true" />}
          onClick={() => setOpen({ list: null })}
        >
          {t("audience.newList")}
        </Button>
      ) : null}
      {query.isPending ? <Skeleton rows={3} kind="lines" /> : null}
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {query.isSuccess && items.length === 0 ? (
        <EmptyState
          icon={<Users size={28} />}
          title={t("audience.noLists.title")}
          text={t("audience.noLists.text")}
        />
      ) : null}
      {items.length > 0 ? (
        <ul className="flex flex-col divide-y rounded-bubble border bg-surface">
          {items.map((list) => (
            <ListRow key={list.id} list={list} onOpen={() => setOpen({ list })} />
          ))}
        </ul>
      ) : null}
      {open ? <ListDialog list={open.list} onClose={() => setOpen(null)} /> : null}
    </section>
  );
}
