import type { ImportReportJson } from "@galka/contract/json/chat-import";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Notice } from "../../ui/Notice.tsx";
import { Section } from "../settings/Section.tsx";

type Props = { readonly importId: string; readonly report: ImportReportJson };

const REASONS = [
  "nothing-to-continue",
  "impossible-date",
  "follows-unread-line",
  "too-long",
] as const;

/** Every line that could not be read, by its number: nothing is left out in silence. */
export function UnreadLines({ importId, report }: Props) {
  const { t } = useTranslation();
  const { unreadLines, unreadLineCount } = report;
  if (unreadLineCount === 0) return <Notice tone="good">{t("report.allRead")}</Notice>;
  return (
    <Section
      title={t("report.unread", { count: unreadLineCount })}
      lead={t("report.unreadLead")}
      action={
        <a
          href={`/api/v1/imports/${importId}/unread.csv`}
          download
          className="link inline-flex min-h-6 items-center gap-1"
        >
          <Download size={14} aria-hidden="true" />
          {t("report.unreadAll")}
        </a>
      }
    >
      <ol className="max-h-80 overflow-y-auto text-list">
        {unreadLines.map(({ line, text, reason }) => (
          <li key={line} className="flex gap-3 py-1">
            <span className="w-16 shrink-0 text-right font-mono text-ink-3">{line}</span>
            <span className="min-w-0 flex-1">
              <span className="block truncate font-mono" dir="auto">
                {text}
              </span>
              <span className="text-ink-2">{t(`report.reason.${knownReason(reason)}`)}</span>
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function knownReason(reason: string): (typeof REASONS)[number] | "other" {
  return REASONS.find((known) => known === reason) ?? "other";
}
