import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi, useWorkspace } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Field } from "../../ui/Field.tsx";
import { Section } from "../settings/Section.tsx";
import { SettingsSheet } from "../settings/SettingsSheet.tsx";
import { AuditLine } from "./AuditLine.tsx";
import { useActionWords } from "./use-action-words.ts";

/** Who changed what and when, the newest first. */
export function AuditPage() {
  const { t } = useTranslation();
  return (
    <SettingsSheet title={t("audit.title")} lead={t("audit.lead")}>
      <AuditList />
    </SettingsSheet>
  );
}

type Filter = { readonly actorId: string; readonly action: string; readonly day: string };

function AuditList() {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<Filter>({ actorId: "", action: "", day: "" });
  const entries = useEntries(filter);
  const items = entries.data?.pages.flatMap((page) => page.items) ?? [];
  if (entries.isError) {
    return <ErrorState error={entries.error} onRetry={() => void entries.refetch()} />;
  }
  return (
    <Section title={t("audit.changes")}>
      <Filters filter={filter} onChange={setFilter} />
      <ul className="mt-4 flex flex-col divide-y">
        {items.map((entry) => (
          <AuditLine key={entry.id} entry={entry} />
        ))}
      </ul>
      {entries.isSuccess && items.length === 0 ? (
        <p className="text-ink-2">{t("audit.none")}</p>
      ) : null}
      {entries.hasNextPage ? (
        <Button
          className="mt-3"
          busy={entries.isFetchingNextPage}
          onClick={() => void entries.fetchNextPage()}
        >
          {t("audit.older")}
        </Button>
      ) : null}
    </Section>
  );
}

function useEntries({ actorId, action, day }: Filter) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ["audit", actorId, action, day],
    initialPageParam: "",
    staleTime: 0,
    queryFn: ({ pageParam }) =>
      api("listAudit", {
        query: {
          ...(actorId === "" ? {} : { actorId }),
          ...(action === "" ? {} : { action }),
          ...(day === "" ? {} : { until: endOf(day) }),
          ...(pageParam === "" ? {} : { cursor: pageParam }),
        },
      }),
    getNextPageParam: ({ next }) => next,
  });
}

/** The end of a day where the reader is. */
function endOf(day: string): string {
  return new Date(new Date(`${day}T00:00`).getTime() + 24 * 60 * 60 * 1000).toISOString();
}

type FiltersProps = { readonly filter: Filter; readonly onChange: (filter: Filter) => void };

function Filters({ filter, onChange }: FiltersProps) {
  const { t } = useTranslation();
  const api = useApi();
  const wordsOf = useActionWords();
  const members = useWorkspace((state) => state.members);
  const actions = useQuery({
    queryKey: ["audit", "actions"],
    queryFn: async () => (await api("listAuditActions", {})).items,
  });
  return (
    <div className="grid gap-3 narrow:grid-cols-3">
      <Field label={t("audit.who")}>
        {(tied) => (
          <select
            {...tied}
            className="field"
            value={filter.actorId}
            onChange={({ target }) => onChange({ ...filter, actorId: target.value })}
          >
            <option value="">{t("audit.everybody")}</option>
            {[...(members?.values() ?? [])].map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t("audit.what")}>
        {(tied) => (
          <select
            {...tied}
            className="field"
            value={filter.action}
            onChange={({ target }) => onChange({ ...filter, action: target.value })}
          >
            <option value="">{t("audit.everything")}</option>
            {actions.data?.map((action) => (
              <option key={action} value={action}>
                {wordsOf(action)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t("audit.upTo")}>
        {(tied) => (
          <input
            {...tied}
            type="date"
            className="field"
            value={filter.day}
            onChange={({ target }) => onChange({ ...filter, day: target.value })}
          />
        )}
      </Field>
    </div>
  );
}
