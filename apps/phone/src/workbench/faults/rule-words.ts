import type { TFunction } from "i18next";
import type { FaultWhen, NewFault } from "@galka/emulator/wire/control";
import { percent, timeSpan } from "../parts/figures.ts";

/** A rule in one line: what happens, how often, and to what. */
export function ruleWords(t: TFunction, rule: NewFault, language: string): string {
  const parts = [whatHappens(t, rule, language), howOften(t, rule.when, language), toWhat(t, rule)];
  return parts.filter((it) => it !== "").join(" · ");
}

function whatHappens(t: TFunction, { on, action }: NewFault, language: string): string {
  const what =
    on === "request" ? t(`faults.request.${action.kind}`) : t(`faults.webhook.${action.kind}`);
  const more = moreOf(action, language);
  return more === "" ? what : `${what}: ${more}`;
}

function moreOf(action: NewFault["action"], language: string): string {
  if ("code" in action) {
    return action.subcode === undefined ? `${action.code}` : `${action.code} / ${action.subcode}`;
  }
  if ("status" in action) return `${action.status}`;
  if ("ms" in action && action.ms !== undefined) return timeSpan(action.ms, language);
  if ("times" in action && action.times !== undefined && action.times > 1)
    return `×${action.times + 1}`;
  return "";
}

function howOften(t: TFunction, when: FaultWhen | undefined, language: string): string {
  switch (when?.kind) {
    case "next":
      return t("faults.whens.nextCount", { count: when.count });
    case "every":
      return t("faults.whens.everyNth", { nth: when.nth });
    case "probability":
      return t("faults.whens.share", { share: percent(when.probability, language) });
    case "always":
    case undefined:
      return t("faults.whens.always");
    default:
      return when satisfies never;
  }
}

function toWhat(t: TFunction, { match = {} }: NewFault): string {
  const parts = Object.entries(match).filter(([, value]) => value !== undefined && value !== "");
  if (parts.length === 0) return t("faults.everything");
  return parts.map(([, value]) => value).join(", ");
}
