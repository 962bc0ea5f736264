import type { RuleDraftJson } from "@galka/contract/json/rule";
import { unreachable } from "@galka/core/kernel/unreachable";

export const PRESETS = ["greeting", "away", "reminder", "keyword"] as const;
export type Preset = (typeof PRESETS)[number];

/** What a starting point says, in the member's language. */
export type PresetWords = {
  readonly name: string;
  readonly text: string;
  readonly phrases: readonly string[];
};

const PLAIN = { isOn: true, conditions: [], mostPerHour: 500, isLast: false } as const;
const DAY = 24 * 60;

/** A rule that is finished but for what the team wants to say differently. */
export function presetRule(preset: Preset, { name, text, phrases }: PresetWords): RuleDraftJson {
  const answer = { kind: "send-text", text } as const;
  switch (preset) {
    case "greeting":
      return {
        ...PLAIN,
        name,
        trigger: { kind: "greeting", afterDays: 30 },
        actions: [answer],
        restMinutes: DAY,
      };
    case "away":
      return {
        ...PLAIN,
        name,
        trigger: { kind: "message" },
        conditions: [{ kind: "hours", during: "off-hours" }],
        actions: [answer],
        restMinutes: 4 * 60,
      };
    case "reminder":
      return {
        ...PLAIN,
        name,
        trigger: { kind: "member-silent", afterMinutes: 30 },
        conditions: [{ kind: "hours", during: "office-hours" }],
        actions: [{ kind: "set-priority", priority: "high" }, { kind: "remind" }],
        restMinutes: 60,
      };
    case "keyword":
      return {
        ...PLAIN,
        name,
        trigger: { kind: "message" },
        conditions: [{ kind: "text", how: "word", phrases: [...phrases] }],
        actions: [answer],
        restMinutes: 60,
      };
    default:
      return unreachable(preset);
  }
}

/** A rule about which nothing is said yet. */
export const EMPTY_RULE: RuleDraftJson = {
  ...PLAIN,
  name: "",
  trigger: { kind: "message" },
  actions: [{ kind: "send-text", text: "" }],
  restMinutes: 60,
};
