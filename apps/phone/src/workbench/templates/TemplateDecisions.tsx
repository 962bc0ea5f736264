import { useState } from "react";
import { useTranslation } from "react-i18next";
import type {
  TemplateDecision,
  TemplateDeskJson,
  TemplateRejectReason,
} from "@galka/emulator/wire/control";
import { Field } from "../../ui/Field.tsx";
import { Choice } from "../parts/Choice.tsx";
import type { Act } from "../parts/use-act.ts";
import { isWaiting } from "./template-status.ts";

const REASONS = [
  "ABUSIVE_CONTENT",
  "INCORRECT_CATEGORY",
  "INVALID_FORMAT",
  "PROMOTIONAL",
  "SCAM",
  "TAG_CONTENT_MISMATCH",
] as const satisfies readonly TemplateRejectReason[];

type Props = { readonly template: TemplateDeskJson; readonly act: Act };

/** What whoever sits at the desk can decide about a template where it is in its life. */
export function TemplateDecisions({ template, act }: Props) {
  const { t } = useTranslation();
  const { id, status, category } = template;
  const decide = (decision: TemplateDecision) => act("POST", `templates/${id}/decision`, decision);
  const other = category === "UTILITY" ? "MARKETING" : "UTILITY";
  return (
    <div className="space-y-3">
      {isWaiting(status) && <Verdict decide={decide} />}
      <div className="flex flex-wrap gap-2">
        {movesOf(status).map((decision) => (
          <button key={decision} type="button" className="btn" onClick={() => decide({ decision })}>
            {t(`templates.decide.${decision}`)}
          </button>
        ))}
        {category !== "AUTHENTICATION" && (
          <button
            type="button"
            className="btn"
            onClick={() => decide({ decision: "recategorize", category: other })}
          >
            {t(`templates.move.${other}`)}
          </button>
        )}
        {status === "APPROVED" && category === "UTILITY" && (
          <button
            type="button"
            className="btn"
            onClick={() =>
              decide({ decision: "recategorize", category: "MARKETING", notice: "month" })
            }
          >
            {t("templates.moveLater")}
          </button>
        )}
      </div>
    </div>
  );
}

type Move = "pause" | "unpause" | "disable" | "flag" | "appeal" | "archive" | "unarchive";

/** What can be done in each state besides deciding. */
function movesOf(status: string): readonly Move[] {
  switch (status) {
    case "APPROVED":
      return ["pause", "flag", "disable", "archive"];
    case "PAUSED":
      return ["unpause", "disable"];
    case "REJECTED":
    case "DISABLED":
      return ["appeal"];
    case "ARCHIVED":
      return ["unarchive"];
    default:
      return [];
  }
}

/** Approve, or reject with one of Meta's reasons. */
function Verdict({ decide }: { readonly decide: (decision: TemplateDecision) => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<TemplateRejectReason>("INVALID_FORMAT");
  const [explanation, setExplanation] = useState("");
  return (
    <div className="space-y-3">
      <button
        type="button"
        className="btn btn-primary"
        onClick={() => decide({ decision: "approve" })}
      >
        {t("templates.decide.approve")}
      </button>
      <form
        className="space-y-2"
        onSubmit={(event) => {
          event.preventDefault();
          const words = explanation.trim();
          decide({
            decision: "reject",
            reason,
            ...(reason === "INVALID_FORMAT" && words !== "" ? { explanation: words } : {}),
          });
        }}
      >
        <Choice
          label={t("templates.reasonLabel")}
          value={reason}
          options={REASONS}
          words={(it) => t(`templates.reason.${it}`)}
          onChange={setReason}
        />
        {reason === "INVALID_FORMAT" && (
          <Field
            label={t("templates.explanation")}
            hint={t("templates.explanationHint")}
            value={explanation}
            onChange={(event) => setExplanation(event.target.value)}
          />
        )}
        <button type="submit" className="btn text-red">
          {t("templates.decide.reject")}
        </button>
      </form>
    </div>
  );
}
