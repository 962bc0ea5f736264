import type {
  ChatImportJson,
  ImportChoicesJson,
  ImportReportJson,
} from "@galka/contract/json/chat-import";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../api/use-error-words.ts";
import { wholeNumber } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useApi, useWorkspace } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Section } from "../settings/Section.tsx";
import { wallClock } from "./wall-clock.ts";

type Props = { readonly item: ChatImportJson; readonly report: ImportReportJson };

/** What a file cannot say by itself: whose it is, which number it belongs to, how its dates are meant. */
export function ImportChoices({ item, report }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const api = useApi();
  const words = useErrorWords();
  const channels = [...(useWorkspace((state) => state.channels)?.values() ?? [])];
  const [own, setOwn] = useState<string | null>(null);
  const guessed = report.senders.find(({ name }) => name !== own);
  const [edited, setEdited] = useState<Partial<ImportChoicesJson>>({});
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const choices: ImportChoicesJson = {
    channelId: channels[0]?.id ?? "",
    contactName: guessed?.name ?? "",
    contactPhone: guessed?.phone ?? null,
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    dateOrder: report.dateOrder,
    ...edited,
    ownSender: own,
  };
  // The app's own lines stand in the conversation, too, and are counted when it is done.
  const entries = report.messages + report.systemLines;
  const change = (some: Partial<ImportChoicesJson>) => setEdited({ ...edited, ...some });

  async function start(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await api("startImport", { params: { id: item.id }, body: choices });
    } catch (problem) {
      setError(words(problem));
      setBusy(false);
    }
  }

  return (
    <Section title={t("choices.title")} lead={t("choices.lead")}>
      <form className="grid gap-5 narrow:grid-cols-2" onSubmit={(event) => void start(event)}>
        <Field label={t("choices.own")} hint={t("choices.ownHint")}>
          {(tied) => (
            <select
              {...tied}
              className="field"
              value={own ?? ""}
              onChange={(event) => setOwn(event.target.value || null)}
            >
              <option value="">{t("choices.nobody")}</option>
              {report.senders.map(({ name }) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t("channel.one")}>
          {(tied) => (
            <select
              {...tied}
              className="field"
              value={choices.channelId}
              onChange={(event) => change({ channelId: event.target.value })}
            >
              {channels.map((channel) => (
                <option key={channel.id} value={channel.id}>
                  {channel.name} · {channel.displayPhone}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t("choices.contactName")}>
          {(tied) => (
            <input
              {...tied}
              className="field"
              required
              value={choices.contactName}
              onChange={(event) => change({ contactName: event.target.value })}
            />
          )}
        </Field>
        <Field label={t("choices.contactPhone")} hint={t("choices.contactPhoneHint")}>
          {(tied) => (
            <input
              {...tied}
              type="tel"
              className="field"
              value={choices.contactPhone ?? ""}
              onChange={(event) => change({ contactPhone: event.target.value || null })}
            />
          )}
        </Field>
        <Field label={t("choices.timeZone")} hint={t("choices.timeZoneHint")}>
          {(tied) => (
            <select
              {...tied}
              className="field"
              value={choices.timeZone}
              onChange={(event) => change({ timeZone: event.target.value })}
            >
              {timeZones(choices.timeZone).map((zone) => (
                <option key={zone} value={zone}>
                  {zone.replaceAll("_", " ")}
                </option>
              ))}
            </select>
          )}
        </Field>
        {report.dateOrderIsCertain ? null : (
          <Field label={t("choices.dateOrder")} hint={t("choices.dateOrderHint")}>
            {(tied) => (
              <select
                {...tied}
                className="field"
                value={choices.dateOrder}
                onChange={(event) => {
                  const reading = report.dateReadings.find(
                    (it) => it.dateOrder === event.target.value,
                  );
                  if (reading) change({ dateOrder: reading.dateOrder });
                }}
              >
                {report.dateReadings.map(({ dateOrder, from, to }) => (
                  <option key={dateOrder} value={dateOrder}>
                    {t(`choices.order.${dateOrder}`)}: {wallClock(locale, from)} –{" "}
                    {wallClock(locale, to)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <div className="flex flex-col gap-3 narrow:col-span-2">
          {error === null ? null : (
            <Notice tone="bad" urgent>
              {error}
            </Notice>
          )}
          <Button
            type="submit"
            look="primary"
            busy={busy}
            disabled={channels.length === 0}
            className="self-start"
          >
            {t("choices.start", { count: entries, text: wholeNumber(locale, entries) })}
          </Button>
          <p className="text-list text-ink-2">{t("choices.repeat")}</p>
        </div>
      </form>
    </Section>
  );
}

function timeZones(chosen: string): readonly string[] {
  return [...new Set([chosen, "UTC", ...Intl.supportedValuesOf("timeZone")])];
}
