import type { ImportReportJson } from "@galka/contract/json/chat-import";
import { useTranslation } from "react-i18next";
import { wholeNumber } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { Section } from "../settings/Section.tsx";
import { leftOut } from "../thread/content/left-out.ts";
import { wallClock, wallClockRange } from "./wall-clock.ts";

/** What Galka understood of the file, before anything of it is imported. */
export function ReportSection({ report }: { readonly report: ImportReportJson }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const number = (value: number) => wholeNumber(locale, value);
  const facts = [
    [
      t("report.platform"),
      `${t(`report.platforms.${report.platform}`)}, ${t(`report.clocks.${report.clock}`)}`,
    ],
    [t("report.period"), wallClockRange(locale, report.from, report.to)],
    [t("report.messages"), number(report.messages)],
    [t("report.systemLines"), number(report.systemLines)],
    [t("report.attachments"), number(report.attachments)],
    [t("report.missing"), number(report.missingAttachments)],
    [t("report.omitted"), number(report.omitted)],
  ] as const;

  return (
    <Section title={t("report.title")}>
      <div className="grid gap-6 narrow:grid-cols-[3fr_2fr]">
        <dl className="flex flex-col gap-1">
          {facts.map(([name, value]) => (
            <div key={name} className="flex flex-wrap justify-between gap-x-4">
              <dt className="text-ink-2">{name}</dt>
              <dd className="ml-auto text-right">{value}</dd>
            </div>
          ))}
        </dl>
        <div>
          <h3 className="text-list font-semibold text-ink-2">{t("report.senders")}</h3>
          <ul>
            {report.senders.map(({ name, messages }) => (
              <li key={name} className="flex gap-3">
                <bdi className="min-w-0 flex-1 truncate">{name}</bdi>
                <span className="text-ink-2">{number(messages)}</span>
              </li>
            ))}
          </ul>
        </div>
      </div>
      <h3 className="mt-5 text-list font-semibold text-ink-2">{t("report.sample")}</h3>
      <ul className="mt-1 flex flex-col gap-1 text-list">
        {report.sample.map((said, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- what was read does not change, and may repeat itself
          <SampleLine key={index} said={said} />
        ))}
      </ul>
    </Section>
  );
}

/** One of the first messages; what the app wrote itself has nobody's name. */
function SampleLine({ said }: { readonly said: ImportReportJson["sample"][number] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { at, sender, text, wordless } = said;
  const what =
    wordless === "deleted"
      ? t("thread.deleted")
      : t("notShown.omitted", { what: t(`omitted.${leftOut(wordless ?? "")}`) });
  return (
    <li dir="auto">
      <span className="text-ink-3">{wallClock(locale, at)}</span>{" "}
      {sender === "" ? null : <span className="font-medium">{sender}: </span>}
      <span className={wordless !== null || sender === "" ? "text-ink-2 italic" : ""}>
        {wordless === null ? text : what}
      </span>
    </li>
  );
}
