import { Switch } from "@base-ui/react/switch";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useDeed } from "../../../api/use-deed.ts";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { Section } from "../Section.tsx";
import { SettingsSheet } from "../SettingsSheet.tsx";

/** What contacts and colleagues see of somebody who writes. */
export function ConversationsPage() {
  const { t } = useTranslation();
  const api = useApi();
  const query = useQuery({
    queryKey: ["collection", "settings", "conversations"],
    queryFn: () => api("getThreadSettings", {}),
  });
  return (
    <SettingsSheet title={t("threadSettings.title")} lead={t("threadSettings.lead")}>
      <Section title={t("threadSettings.typing")} lead={t("threadSettings.typingLead")}>
        {query.isPending ? <Skeleton rows={1} kind="lines" /> : null}
        {query.isError ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : null}
        {query.data ? <TypingSwitch on={query.data.showsTyping} /> : null}
      </Section>
      <Section title={t("threadSettings.presence")}>
        <p>{t("threadSettings.presenceText")}</p>
      </Section>
    </SettingsSheet>
  );
}

function TypingSwitch({ on }: { readonly on: boolean }) {
  const { t } = useTranslation();
  const api = useApi();
  const queryClient = useQueryClient();
  const labelId = useId();
  const { busy, error, run } = useDeed();

  async function set(showsTyping: boolean): Promise<void> {
    await run(() => api("updateThreadSettings", { body: { showsTyping } }));
    await queryClient.invalidateQueries({ queryKey: ["collection", "settings"] });
  }

  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-center gap-3">
        <Switch.Root
          aria-labelledby={labelId}
          checked={on}
          disabled={busy}
          onCheckedChange={(next) => void set(next)}
          className="relative h-6 w-10 shrink-0 rounded-full border border-edge bg-surface-3 data-checked:border-blue data-checked:bg-blue data-disabled:opacity-60"
        >
          <Switch.Thumb className="absolute top-[3px] left-[3px] size-4 rounded-full bg-ink-2 transition-transform data-checked:translate-x-4 data-checked:bg-on-blue" />
        </Switch.Root>
        <span id={labelId}>{t("threadSettings.showsTyping")}</span>
      </div>
      {error === null ? null : (
        <Notice tone="bad" urgent>
          {error}
        </Notice>
      )}
    </div>
  );
}
