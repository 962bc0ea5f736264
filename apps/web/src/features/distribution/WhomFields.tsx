import { useTranslation } from "react-i18next";
import { Field } from "../../ui/Field.tsx";
import { useTeamNames } from "../library/use-team-names.ts";
import { Choices } from "../settings/Choices.tsx";
import type { PolicyDraft } from "./policy-draft.ts";
import { Checkbox } from "../../ui/controls/Checkbox.tsx";

type Props = { readonly draft: PolicyDraft; readonly onChange: (draft: PolicyDraft) => void };

const STICKY = ["none", "last", "responsible"] as const;

/** Who may be given a conversation, and who comes first. */
export function WhomFields({ draft, onChange }: Props) {
  const { t } = useTranslation();
  const teams = useTeamNames();
  return (
    <>
      <Field label={t("distribution.team")}>
        {(tied) => (
          <select
            {...tied}
            className="field"
            value={draft.teamId ?? ""}
            onChange={({ target }) => onChange({ ...draft, teamId: target.value || null })}
          >
            <option value="">{t("distribution.anyTeam")}</option>
            {teams.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t("distribution.skillsNeeded")} hint={t("distribution.skillsHint")}>
        {(tied) => (
          <input
            {...tied}
            className="field"
            value={draft.skills}
            onChange={({ target }) => onChange({ ...draft, skills: target.value })}
          />
        )}
      </Field>
      <Choices
        label={t("distribution.stickyTitle")}
        options={STICKY.map((value) => ({ value, name: t(`distribution.sticky.${value}`) }))}
        value={draft.sticky}
        onChoose={(sticky) => onChange({ ...draft, sticky })}
      />
      <div>
        <Checkbox
          label={t("distribution.byLanguage")}
          checked={draft.byLanguage}
          onChange={(byLanguage) => onChange({ ...draft, byLanguage })}
        />
        <Checkbox
          label={t("distribution.byLabel")}
          checked={draft.byLabel}
          onChange={(byLabel) => onChange({ ...draft, byLabel })}
        />
      </div>
    </>
  );
}
