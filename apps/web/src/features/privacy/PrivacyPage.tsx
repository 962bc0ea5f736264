import type { ErasureJson, RetentionJson } from "@galka/contract/json/people";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/me.ts";
import { useErrorWords } from "../../api/use-error-words.ts";
import { wholeNumber } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Field } from "../../ui/Field.tsx";
import { Moment } from "../../ui/marks/Moment.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { toasts } from "../../ui/toasts.ts";
import { Section } from "../settings/Section.tsx";
import { SettingsSheet } from "../settings/SettingsSheet.tsx";

const KINDS = ["messages", "media", "webhook-log", "audit"] as const;

/** How long what is kept, and who was erased when. */
export function PrivacyPage() {
  const { t } = useTranslation();
  const api = useApi();
  const { permissions } = useMe();
  const retention = useQuery({
    queryKey: ["collection", "settings", "retention"],
    queryFn: () => api("getRetention", {}),
    enabled: permissions.includes("settings.manage"),
  });
  const erasures = useQuery({
    queryKey: ["collection", "settings", "erasures"],
    queryFn: () => api("listErasures", {}),
    enabled: permissions.includes("contacts.erase"),
  });
  return (
    <SettingsSheet title={t("privacy.title")} lead={t("privacy.lead")}>
      {permissions.includes("settings.manage") ? (
        <Section title={t("privacy.retention")} lead={t("privacy.retentionLead")}>
          {retention.isLoading ? <Skeleton rows={4} kind="lines" /> : null}
          {retention.isError ? (
            <ErrorState error={retention.error} onRetry={() => void retention.refetch()} />
          ) : null}
          {retention.data ? (
            <Retention key={JSON.stringify(retention.data)} retention={retention.data} />
          ) : null}
        </Section>
      ) : null}
      {permissions.includes("contacts.erase") ? (
        <Section title={t("privacy.erasures")} lead={t("privacy.erasuresLead")}>
          {erasures.isLoading ? <Skeleton rows={2} kind="lines" /> : null}
          {erasures.isError ? (
            <ErrorState error={erasures.error} onRetry={() => void erasures.refetch()} />
          ) : null}
          {erasures.data?.items.length === 0 ? (
            <p className="text-ink-2">{t("privacy.noErasures")}</p>
          ) : null}
          <ul className="flex flex-col divide-y">
            {erasures.data?.items.map((it) => (
              <Receipt key={it.id} erasure={it} />
            ))}
          </ul>
        </Section>
      ) : null}
    </SettingsSheet>
  );
}

function Receipt({ erasure }: { readonly erasure: ErasureJson }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const count = erasure.counts["messages"] ?? 0;
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-2">
      <Moment at={erasure.requestedAt} as="day" className="font-medium" />
      <span className="min-w-40 flex-1 text-list text-ink-2">
        {erasure.requestedByName ?? t("privacy.formerMember")}
        {" · "}
        {t("privacy.erasedMessages", { count, text: wholeNumber(locale, count) })}
      </span>
      <span className="text-list text-ink-2">{t(`privacy.state.${erasure.state}`)}</span>
      <a className="link min-h-6" href={`/api/v1/erasures/${erasure.id}/receipt.json`} download>
        {t("privacy.receipt")}
      </a>
    </li>
  );
}

function Retention({ retention }: { readonly retention: RetentionJson }) {
  const { t } = useTranslation();
  const api = useApi();
  const queryClient = useQueryClient();
  const words = useErrorWords();
  const [days, setDays] = useState<Readonly<Record<(typeof KINDS)[number], string>>>({
    messages: String(retention.messages ?? ""),
    media: String(retention.media ?? ""),
    "webhook-log": String(retention["webhook-log"] ?? ""),
    audit: String(retention.audit ?? ""),
  });
  const [busy, setBusy] = useState(false);

  async function save(): Promise<void> {
    setBusy(true);
    try {
      const of = (kind: (typeof KINDS)[number]) => (days[kind] === "" ? null : Number(days[kind]));
      const body = {
        messages: of("messages"),
        media: of("media"),
        "webhook-log": of("webhook-log"),
        audit: of("audit"),
      };
      await api("setRetention", { body });
      await queryClient.invalidateQueries({ queryKey: ["collection", "settings"] });
      toasts.add({ title: t("privacy.saved") });
    } catch (error) {
      toasts.add({ title: words(error) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="grid gap-4 narrow:grid-cols-2">
        {KINDS.map((kind) => (
          <Field key={kind} label={t(`privacy.kind.${kind}`)} hint={t("privacy.days")}>
            {(tied) => (
              <input
                {...tied}
                type="number"
                min={1}
                max={36_500}
                className="field"
                placeholder={t("privacy.forever")}
                value={days[kind]}
                onChange={(event) => setDays({ ...days, [kind]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <Button type="submit" look="primary" busy={busy} className="self-start">
        {t("action.save")}
      </Button>
    </form>
  );
}
