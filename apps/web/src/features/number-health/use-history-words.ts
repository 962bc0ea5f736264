import { BRAKES, type Brake } from "@galka/core/health/brake";
import { keptFindings } from "@galka/core/health/finding";
import type { HealthEventJson } from "@galka/contract/json/numbers/health";
import { useTranslation } from "react-i18next";
import { useTierWords } from "./use-tier-words.ts";

type Sides = Pick<HealthEventJson, "before" | "after">;

/** What is told of an event, read out of what it was and what it became. */
export function useHistoryWords(): (event: HealthEventJson) => string {
  const { t } = useTranslation();
  const tier = useTierWords();
  const brake = (value: unknown) => {
    const known = brakeIn(value);
    return known === null ? "–" : t(`health.brake.${known}.name`);
  };
  return ({ kind, before, after }) => {
    switch (kind) {
      case "quality":
        return arrow(qualityIn(before), qualityIn(after));
      case "tier":
        return arrow(tierIn(before), tierIn(after));
      case "throughput":
        return arrow(textIn(before), textIn(after));
      case "template":
        return [textAt(after, "name"), arrow(textIn(before), textAt(after, "after"))].join(": ");
      case "alarm":
        return alarmWords({ before, after });
      case "brake":
      case "overruled":
      case "overrule-ended": {
        const reason = textAt(after, "reason");
        return [arrow(brake(before), brake(after)), reason && `“${reason}”`]
          .filter(Boolean)
          .join(" ");
      }
      case "account":
        return accountWords(after);
      default:
        return kind satisfies never;
    }
  };

  function tierIn(value: unknown): string {
    const name = textIn(value);
    return name === "" ? "" : tier(name);
  }

  function qualityIn(value: unknown): string {
    const known = (["green", "yellow", "red", "unknown"] as const).find((it) => it === value);
    return known ? t(`channel.quality.${known}`) : "";
  }

  function alarmWords({ after }: Sides): string {
    const [found] = keptFindings([after]);
    if (!found) return "";
    return `${t(`health.check.${found.check}.title`)}: ${t(`health.severity.${found.severity}`)}`;
  }

  function accountWords(after: unknown): string {
    const known = (["restriction", "ban", "violation", "alert"] as const).find(
      (it) => it === textAt(after, "topic"),
    );
    return known ? t(`health.history.account.${known}`) : "";
  }
}

function arrow(before: string, after: string): string {
  return before === "" ? after : `${before} → ${after}`;
}

function brakeIn(value: unknown): Brake | null {
  const text = typeof value === "string" ? value : textAt(value, "brake");
  return BRAKES.find((it) => it === text) ?? null;
}

function textIn(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function textAt(value: unknown, name: string): string {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return "";
  return textIn(Object.getOwnPropertyDescriptor(value, name)?.value);
}
