import { Link } from "@tanstack/react-router";
import { CircleAlert, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Notice } from "../../../../ui/Notice.tsx";
import { useFigures } from "../../use-figures.ts";
import { type Problem, cureOf } from "../problem-steps.ts";
import { NamedIcon } from "../../NamedIcon.tsx";

type Props = {
  readonly campaignId: string;
  readonly channelId: string;
  readonly problems: readonly Problem[];
};

/** What keeps a campaign from being launched and what is worth knowing, each with the way to where it is mended. */
export function ProblemList({ campaignId, channelId, problems }: Props) {
  const { t } = useTranslation();
  const { count } = useFigures();
  if (problems.length === 0) {
    return <Notice tone="good">{t("campaigns.check.ready")}</Notice>;
  }
  const sorted = problems.toSorted(
    (one, other) => Number(other.weight === "problem") - Number(one.weight === "problem"),
  );
  return (
    <ul
      aria-label={t("campaigns.check.problems")}
      className="flex flex-col divide-y rounded-bubble border bg-surface"
    >
      {sorted.map((problem) => {
        const { what, weight, templateName, count: people } = problem;
        const Icon = weight === "problem" ? CircleAlert : TriangleAlert;
        return (
          <li
            key={`${what} ${templateName ?? ""}`}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2"
          >
            <NamedIcon
              icon={Icon}
              size={18}
              name={t(`campaigns.check.weight.${weight}`)}
              className={weight === "problem" ? "text-red" : "text-amber"}
            />
            <span className="min-w-50 flex-1">
              {t(`campaigns.problem.${what}`)}
              {templateName === null ? null : ` (${templateName.replaceAll("_", " ")})`}
              {people === null ? null : `: ${count(people)}`}
            </span>
            <Cure problem={problem} campaignId={campaignId} channelId={channelId} />
          </li>
        );
      })}
    </ul>
  );
}

type CureProps = Omit<Props, "problems"> & { readonly problem: Problem };

function Cure({ problem, campaignId, channelId }: CureProps) {
  const { t } = useTranslation();
  const cure = cureOf(problem);
  const look = "link inline-flex min-h-6 items-center";
  if (cure === "health") {
    return (
      <Link to="/number-health/$channelId" params={{ channelId }} className={look}>
        {t("campaigns.check.toHealth")}
      </Link>
    );
  }
  if (cure === "channel") {
    return (
      <Link to="/settings/channels/$channelId" params={{ channelId }} className={look}>
        {t("campaigns.check.toChannel")}
      </Link>
    );
  }
  return (
    <Link
      to="/campaigns/$campaignId"
      params={{ campaignId }}
      search={{ step: cure }}
      className={look}
    >
      {t("campaigns.check.toStep", { step: t(`campaigns.step.${cure}`) })}
    </Link>
  );
}
