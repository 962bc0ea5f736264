import type { DryRunJson } from "@galka/contract/json/rule";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Moment } from "../../../ui/marks/Moment.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Section } from "../../settings/Section.tsx";
import { useReasonWords } from "../use-reason-words.ts";

/** What the rule would have done in the last week, and about whom. */
export function DryRunResult({ run }: { readonly run: DryRunJson }) {
  const { t } = useTranslation();
  const reason = useReasonWords();
  return (
    <Section
      title={t("automations.wouldFire", { count: run.fired })}
      lead={
        <>
          {t("automations.wouldHold", { count: run.held })}{" "}
          {t("automations.looked", { count: run.messages })}
        </>
      }
    >
      <output className="sr-only">{t("automations.wouldFire", { count: run.fired })}</output>
      {run.isCut ? (
        <Notice tone="soon" className="mb-3">
          {t("automations.isCut")}
        </Notice>
      ) : null}
      <ul className="divide-y">
        {run.items.map((it) => (
          <li key={`${it.messageId} ${it.kind} ${it.at}`}>
            <Link
              to="/inbox/$conversationId"
              params={{ conversationId: it.conversationId }}
              className="flex flex-col gap-0.5 py-2 hover:bg-surface-2"
            >
              <span className="flex items-baseline justify-between gap-3">
                <span className="min-w-0 truncate font-medium" dir="auto">
                  {it.contactName ?? t("contact.unnamed")}
                </span>
                <Moment at={it.at} as="day" className="shrink-0 text-list text-ink-2" />
              </span>
              <span className="truncate text-list" dir="auto">
                {it.text}
              </span>
              {it.because === null ? null : (
                <span className="text-list text-ink-2">{reason(it.because)}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
      {run.items.length < run.fired + run.held ? (
        <p className="mt-2 text-list text-ink-2">
          {t("automations.latestShown", { count: run.items.length })}
        </p>
      ) : null}
    </Section>
  );
}
