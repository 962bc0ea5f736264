import { Link } from "@tanstack/react-router";
import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { classNames } from "../../../ui/class-names.ts";
import { EDITOR_STEPS, type EditorStep } from "../campaigns-search.ts";
import { type Problem, problemsOf } from "./problem-steps.ts";
import { NamedIcon } from "../NamedIcon.tsx";

type Props = {
  readonly campaignId: string;
  readonly step: EditorStep;
  readonly problems: readonly Problem[];
};

/** The four steps across the top; one in which something is missing says so. */
export function StepTabs({ campaignId, step, problems }: Props) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("campaigns.steps")} className="grid grid-cols-4 border-b">
      {EDITOR_STEPS.map((it, index) => {
        const count = problemsOf(it, problems);
        return (
          <Link
            key={it}
            to="/campaigns/$campaignId"
            params={{ campaignId }}
            search={{ step: it }}
            aria-current={it === step ? "step" : undefined}
            className={classNames(
              "flex min-h-11 items-center justify-center gap-2 border-b-2 px-1 font-medium -outline-offset-2",
              it === step ? "border-blue text-ink" : "border-transparent text-ink-2 hover:text-ink",
            )}
          >
            <span
              aria-hidden="true"
              className={classNames(
                "hidden size-6 items-center justify-center rounded-full text-list narrow:inline-flex",
                it === step ? "bg-blue text-on-blue" : "bg-surface-3",
              )}
            >
              {index + 1}
            </span>
            {t(`campaigns.step.${it}`)}
            {count > 0 ? (
              <NamedIcon
                icon={TriangleAlert}
                name={t("campaigns.problemCount", { count })}
                className="text-amber"
              />
            ) : null}
          </Link>
        );
      })}
    </nav>
  );
}
