import type {
  ActionJson,
  ConditionJson,
  RuleDraftJson,
  TriggerJson,
} from "@galka/contract/json/rule";
import { unreachable } from "@galka/core/kernel/unreachable";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import type { Option } from "../../ui/controls/Select.tsx";
import { useRuleOptions } from "./use-rule-options.ts";

type Words = { readonly when: string; readonly what: string };

/** Says a rule as a sentence: when this happens and that is so, then these are done. */
export function useRuleWords(): (rule: RuleDraftJson) => Words {
  const { t } = useTranslation();
  const locale = useLocale();
  const triggerWords = useTriggerWords();
  const conditionWords = useConditionWords();
  const actionWords = useActionWords();
  const all = new Intl.ListFormat(locale, { type: "conjunction" });
  return ({ trigger, conditions, actions }) => ({
    when: t("automations.when", {
      what: all.format([triggerWords(trigger), ...conditions.map(conditionWords)]),
    }),
    what: t("automations.then", { what: all.format(actions.map(actionWords)) }),
  });
}

function useTriggerWords(): (trigger: TriggerJson) => string {
  const { t } = useTranslation();
  return (trigger) => {
    switch (trigger.kind) {
      case "message":
        return t("automations.says.message");
      case "greeting":
        return trigger.afterDays === null
          ? t("automations.says.greeting")
          : t("automations.says.greetingAgain", { count: trigger.afterDays });
      case "member-silent":
        return t("automations.says.memberSilent", { span: span(trigger.afterMinutes) });
      case "contact-silent":
        return t("automations.says.contactSilent", { span: span(trigger.afterMinutes) });
      default:
        return unreachable(trigger);
    }
  };

  function span(minutes: number): string {
    if (minutes % 1440 === 0) return t("automations.span.days", { count: minutes / 1440 });
    if (minutes % 60 === 0) return t("automations.span.hours", { count: minutes / 60 });
    return t("automations.span.minutes", { count: minutes });
  }
}

function useConditionWords(): (condition: ConditionJson) => string {
  const { t } = useTranslation();
  const options = useRuleOptions();
  const one = useAlternatives();
  return (condition) => {
    switch (condition.kind) {
      case "text":
        return t(`automations.says.text.${condition.how}`, { what: one(condition.phrases) });
      case "pattern":
        return t("automations.says.pattern", { what: condition.pattern });
      case "channel":
        return t("automations.says.channel", {
          what: one(namesOf(options.channels, condition.channelIds)),
        });
      case "hours":
        return t(`automations.says.hours.${condition.during}`);
      case "team":
        return t(`automations.says.team.${condition.presence}`);
      case "field":
        return t(`automations.says.field.${condition.how}`, {
          field: condition.key,
          value: condition.value,
        });
      case "country":
        return t(`automations.says.country.${condition.how}`, { what: one(condition.codes) });
      case "language":
        return t(`automations.says.language.${condition.how}`, { what: one(condition.codes) });
      case "labels":
        return t(`automations.says.labels.${condition.how}`, {
          what: one(namesOf(options.labels, condition.labelIds)),
        });
      case "assignee":
        return t(`automations.says.assignee.${condition.who}`, {
          what: one(namesOf(options.members, condition.memberIds)),
        });
      case "state":
        return t("automations.says.state", {
          what: one(condition.states.map((it) => t(`filters.status.${it}`))),
        });
      default:
        return unreachable(condition);
    }
  };
}

function useActionWords(): (action: ActionJson) => string {
  const { t } = useTranslation();
  const { labels, members, teams } = useRuleOptions();
  return (action) => {
    switch (action.kind) {
      case "send-text":
        return t("automations.says.send", { what: short(action.text) });
      case "add-note":
        return t("automations.says.note", { what: short(action.text) });
      case "send-template":
        return t("automations.says.template", { what: action.name });
      case "add-label":
      case "remove-label":
        return t(`automations.says.${action.kind}`, { what: nameOf(labels, action.labelId) });
      case "assign-member":
        return action.memberId === null
          ? t("automations.says.unassign")
          : t("automations.says.assign", { what: nameOf(members, action.memberId) });
      case "assign-team":
        return action.teamId === null
          ? t("automations.says.noTeam")
          : t("automations.says.toTeam", { what: nameOf(teams, action.teamId) });
      case "set-state":
        return t(`automations.says.become.${action.state}`);
      case "set-priority":
        return t("automations.says.priority", { what: t(`filters.priority.${action.priority}`) });
      case "remind":
        return t("automations.says.remind");
      case "webhook":
        return t("automations.says.webhook", { what: action.url });
      default:
        return unreachable(action);
    }
  };

  function nameOf(list: readonly Option[], id: string): string {
    return namesOf(list, [id])[0] ?? t("automations.gone");
  }
}

function useAlternatives(): (names: readonly string[]) => string {
  const { t } = useTranslation();
  const locale = useLocale();
  const list = new Intl.ListFormat(locale, { type: "disjunction" });
  return (names) =>
    names.length === 0
      ? t("automations.gone")
      : list.format(names.map((what) => t("automations.quoted", { what })));
}

function namesOf(options: readonly Option[], ids: readonly string[]): string[] {
  return options.filter(({ value }) => ids.includes(value)).map(({ name }) => name);
}

const SHOWN = 60;

function short(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text.replace(/\.$/, "");
}
