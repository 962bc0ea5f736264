import type { ConsentRecordJson, ContactConsentJson } from "@galka/contract/json/consent/consent";
import { useTranslation } from "react-i18next";
import { dateOnly } from "../../i18n/dates.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useWorkspace } from "../../sync/SyncProvider.tsx";
import { Moment } from "../../ui/marks/Moment.tsx";

/** Every record of a contact's consent, the latest first, and questions that wait for an answer. */
export function ConsentHistory({ consent }: { readonly consent: ContactConsentJson }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const waiting = consent.questions.filter(({ answeredAt }) => answeredAt === null);
  return (
    <>
      {waiting.slice(0, 1).map((it) => (
        <p key={it.id} className="mt-2 text-list text-ink-2">
          {t("consent.asked", { date: dateOnly(locale, new Date(it.askedAt)) })}
        </p>
      ))}
      {consent.records.length === 0 ? null : (
        <details className="mt-2">
          <summary className="min-h-6 cursor-pointer text-list text-ink-2">
            {t("consent.history", { count: consent.records.length })}
          </summary>
          <ol className="mt-2 flex flex-col gap-3">
            {consent.records.map((record) => (
              <li key={record.id} className="text-list">
                <RecordLines record={record} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

function RecordLines({ record }: { readonly record: ConsentRecordJson }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const channels = useWorkspace((state) => state.channels);
  const { channelId, expiresAt, wording, wordingName, wordingVersion } = record;
  const channel =
    channelId === null
      ? t("consent.everyChannel")
      : (channels?.get(channelId)?.name ?? t("channel.removed"));
  const said = ["text", "note"].flatMap((name) => {
    const value = record.evidence[name];
    return typeof value === "string" && value !== "" ? [value] : [];
  });
  return (
    <>
      <p className="flex flex-wrap gap-x-2">
        <span className="font-medium">
          {t(`consent.decision.${record.decision}`)}: {t(`consent.purpose.${record.purpose}`)}
        </span>
        <span className="text-ink-2">
          <Moment at={record.at} as="list" />
        </span>
      </p>
      <p className="text-ink-2">
        {t(`consent.way.${record.way}`)} · {channel}
        {record.memberName === null ? "" : ` · ${t("consent.by", { name: record.memberName })}`}
        {expiresAt === null
          ? ""
          : ` · ${t("consent.until", { date: dateOnly(locale, new Date(expiresAt)) })}`}
      </p>
      {wording === null ? null : (
        <p className="text-ink-2 wrap-anywhere">
          {wordingName === null || wordingVersion === null
            ? null
            : `${t("consent.wordsOf", { name: wordingName, version: wordingVersion })}: `}
          <q dir="auto">{wording}</q>
        </p>
      )}
      {said.map((text) => (
        <p key={text} className="text-ink-2 wrap-anywhere" dir="auto">
          {t("consent.evidence")}: {text}
        </p>
      ))}
    </>
  );
}
