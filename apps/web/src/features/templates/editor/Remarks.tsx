import { type LintFinding, lintWords, severityOf } from "@galka/core/templates/lint/lint-template";
import { CircleAlert, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../../i18n/use-locale.ts";
import { classNames } from "../../../ui/class-names.ts";

type Props = {
  readonly findings: readonly LintFinding[];
  /** The text of the place; the words that a remark is about are quoted from it. */
  readonly about?: string;
};

/** What Meta would refuse here, and what would do harm; each beside the words it is about. */
export function Remarks({ findings, about = "" }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (findings.length === 0) return null;
  return (
    <ul aria-label={t("templates.remarks")} className="flex flex-col gap-2 text-list">
      {findings.map((finding, index) => {
        const isError = severityOf(finding) === "error";
        const Icon = isError ? CircleAlert : TriangleAlert;
        const { span } = finding;
        const quoted = span ? about.slice(span.from, span.to) : "";
        return (
          <li
            // oxlint-disable-next-line react/no-array-index-key -- remarks are made anew with every letter
            key={`${finding.rule} ${index}`}
            className={classNames("flex gap-2", isError ? "text-red" : "text-amber")}
          >
            <Icon size={16} aria-hidden="true" className="mt-px shrink-0" />
            <span className="min-w-0">
              <span className="sr-only">
                {t(isError ? "templates.remarkError" : "templates.remarkWarning")}{" "}
              </span>
              {quoted === "" ? null : (
                <code className="mr-1 rounded bg-surface-3 px-1 font-mono text-meta wrap-anywhere">
                  {quoted}
                </code>
              )}
              {lintWords(finding, locale)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
