import type { HealthEvidenceJson, HealthFindingJson } from "@galka/contract/json/numbers/health";
import { unreachable } from "@galka/core/kernel/unreachable";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { wholeNumber } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { Moment } from "../../ui/marks/Moment.tsx";
import { SeverityMark } from "./SeverityMark.tsx";
import { useFindingWords } from "./use-finding-words.ts";

/** One way of being blocked: what was found, what caused it, and what to do. */
export function CheckLine({ finding }: { readonly finding: HealthFindingJson }) {
  const { t } = useTranslation();
  const words = useFindingWords();
  const { check, severity, brake, evidence } = finding;
  return (
    <li className="flex flex-col gap-1 py-3" data-check={check} data-severity={severity}>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 className="min-w-40 flex-1 font-medium">{t(`health.check.${check}.title`)}</h3>
        <SeverityMark severity={severity} />
      </div>
      <p className="text-ink-2 tabular-nums">{words(finding)}</p>
      {evidence.length > 0 ? (
        <ul className="flex flex-wrap gap-x-3 gap-y-1 text-list">
          {evidence.map((it) => (
            <li key={keyOf(it)} className="max-w-full min-w-0">
              <EvidenceLine evidence={it} />
            </li>
          ))}
        </ul>
      ) : null}
      {severity === "ok" ? null : (
        <p className="text-list text-ink-2">{t(`health.check.${check}.advice`)}</p>
      )}
      {brake === "none" ? null : (
        <p className="text-list font-medium">{t(`health.asks.${brake}`)}</p>
      )}
    </li>
  );
}

function keyOf(evidence: HealthEvidenceJson): string {
  switch (evidence.kind) {
    case "conversation":
      return evidence.conversationId;
    case "template":
      return `${evidence.name} ${evidence.language}`;
    default:
      return evidence.text;
  }
}

function EvidenceLine({ evidence }: { readonly evidence: HealthEvidenceJson }) {
  const { t } = useTranslation();
  const locale = useLocale();
  switch (evidence.kind) {
    case "conversation":
      return (
        <Link
          to="/inbox/$conversationId"
          params={{ conversationId: evidence.conversationId }}
          className="link inline-flex min-h-6 items-center"
        >
          <bdi>{evidence.name ?? t("contact.unnamed")}</bdi>
        </Link>
      );
    case "template":
      return (
        <span>
          <span className="font-mono wrap-anywhere">{evidence.name}</span> ({evidence.language}):{" "}
          {evidence.what}
        </span>
      );
    case "text":
      return (
        <q className="line-clamp-2 wrap-anywhere" dir="auto" title={evidence.text}>
          {evidence.text}
          {evidence.count > 1 ? ` × ${wholeNumber(locale, evidence.count)}` : ""}
        </q>
      );
    case "told":
      return (
        <span>
          {t("health.metaSays")} <q className="wrap-anywhere">{evidence.text}</q>{" "}
          {evidence.at ? <Moment at={evidence.at} as="day" /> : null}
        </span>
      );
    default:
      return unreachable(evidence);
  }
}
