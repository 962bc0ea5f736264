import type { ActionJson } from "@galka/contract/json/rule";
import { PRIORITIES } from "@galka/core/conversations/work";
import { unreachable } from "@galka/core/kernel/unreachable";
import { useTranslation } from "react-i18next";
import type { RuleOptions } from "../use-rule-options.ts";
import { Select } from "../../../ui/controls/Select.tsx";
import { TemplateFields } from "./TemplateFields.tsx";
import { TextField } from "./TextField.tsx";

type Props = {
  readonly action: ActionJson;
  readonly options: RuleOptions;
  readonly onChange: (action: ActionJson) => void;
};

const STATES = ["open", "pending", "closed"] as const;
const MOST_TEXT = 4096;

/** What an action needs to be told, after its kind. */
export function ActionFields({ action, options, onChange }: Props) {
  const { t } = useTranslation();
  const label = t(`automations.action.${action.kind}`);
  switch (action.kind) {
    case "send-text":
    case "add-note":
      return (
        <TextField
          label={t("automations.text")}
          start={action.text}
          lines={4}
          most={MOST_TEXT}
          hint={<FilledIn />}
          onChange={(text) => onChange({ ...action, text })}
        />
      );
    case "send-template":
      return <TemplateFields action={action} channels={options.channels} onChange={onChange} />;
    case "add-label":
    case "remove-label":
      return (
        <Select
          label={label}
          options={options.labels}
          value={action.labelId}
          none={t("automations.choose")}
          onChange={(labelId) => onChange({ ...action, labelId })}
        />
      );
    case "assign-member":
      return (
        <Select
          label={label}
          options={[{ value: "", name: t("automations.nobody") }, ...options.assignees]}
          value={action.memberId ?? ""}
          none={t("automations.gone")}
          onChange={(id) => onChange({ ...action, memberId: id === "" ? null : id })}
        />
      );
    case "assign-team":
      return (
        <Select
          label={label}
          options={[{ value: "", name: t("automations.noTeam") }, ...options.teams]}
          value={action.teamId ?? ""}
          none={t("automations.gone")}
          onChange={(id) => onChange({ ...action, teamId: id === "" ? null : id })}
        />
      );
    case "set-state":
      return (
        <Select
          label={label}
          options={STATES.map((value) => ({ value, name: t(`filters.status.${value}`) }))}
          value={action.state}
          onChange={(state) => onChange({ ...action, state })}
        />
      );
    case "set-priority":
      return (
        <Select
          label={label}
          options={PRIORITIES.map((value) => ({ value, name: t(`filters.priority.${value}`) }))}
          value={action.priority}
          onChange={(priority) => onChange({ ...action, priority })}
        />
      );
    case "webhook":
      return (
        <TextField
          label={t("automations.address")}
          start={action.url}
          most={2000}
          hint={t("automations.addressHint")}
          onChange={(url) => onChange({ ...action, url })}
        />
      );
    case "remind":
      return <p className="text-list text-ink-2">{t("automations.remindHint")}</p>;
    default:
      return unreachable(action);
  }
}

/** What stands in double braces is shown as it is typed. */
function FilledIn() {
  const { t } = useTranslation();
  return (
    <>
      <code>{"{{name}}"}</code> {t("automations.wholeName")} <code>{"{{first_name}}"}</code>{" "}
      {t("automations.firstName")}
    </>
  );
}
