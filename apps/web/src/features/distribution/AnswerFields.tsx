import { useTranslation } from "react-i18next";
import { Field } from "../../ui/Field.tsx";
import type { PolicyDraft } from "./policy-draft.ts";
import { Checkbox } from "../../ui/controls/Checkbox.tsx";

type Props = { readonly draft: PolicyDraft; readonly onChange: (draft: PolicyDraft) => void };

/** Who may answer, what answering does, and what happens when nobody answers. */
export function AnswerFields({ draft, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <div className="grid items-start gap-4 narrow:grid-cols-2">
        <Field label={t("distribution.takeOver")} hint={t("distribution.takeOverHint")}>
          {(tied) => (
            <input
              {...tied}
              type="number"
              min={1}
              max={10_080}
              className="field"
              placeholder={t("distribution.never")}
              value={draft.takeOver}
              onChange={({ target }) => onChange({ ...draft, takeOver: target.value })}
            />
          )}
        </Field>
        <Field label={t("distribution.answerGap")} hint={t("distribution.answerGapHint")}>
          {(tied) => (
            <input
              {...tied}
              type="number"
              min={0}
              max={600}
              className="field"
              placeholder={t("distribution.never")}
              value={draft.answerGap}
              onChange={({ target }) => onChange({ ...draft, answerGap: target.value })}
            />
          )}
        </Field>
      </div>
      <div>
        <Checkbox
          label={t("distribution.answerTakes")}
          checked={draft.answerTakes}
          onChange={(answerTakes) => onChange({ ...draft, answerTakes })}
        />
        <Checkbox
          label={t("distribution.onlyAssignee")}
          checked={draft.onlyAssigneeAnswers}
          onChange={(onlyAssigneeAnswers) => onChange({ ...draft, onlyAssigneeAnswers })}
        />
      </div>
    </>
  );
}
