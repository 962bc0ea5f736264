import type { WorkChange } from "../conversations/work-change.ts";
import type { Priority } from "../conversations/work.ts";
import { unreachable } from "../kernel/unreachable.ts";

/** One thing that a macro does. */
export type MacroStep =
  | { readonly do: "send"; readonly quickReplyId: string }
  /** A note for the team; its variables are filled in like those of a quick reply. */
  | { readonly do: "note"; readonly text: string }
  | { readonly do: "label"; readonly add: readonly string[]; readonly remove: readonly string[] }
  /** `me` is whoever runs it. */
  | { readonly do: "assign"; readonly to: string }
  | { readonly do: "team"; readonly to: string }
  | { readonly do: "status"; readonly to: "open" | "pending" | "closed" }
  | { readonly do: "snooze"; readonly minutes: number }
  | { readonly do: "priority"; readonly to: Priority };

/**
 * What the steps change about the work on a conversation, taken together: of
 * two that change the same the later counts.
 */
export function workChangeOf(
  steps: readonly MacroStep[],
  asking: { readonly now: Date; readonly memberId: string },
): WorkChange {
  return steps.reduce<WorkChange>(
    (change, step) => ({ ...change, ...ofStep(step, change, asking) }),
    {},
  );
}

function ofStep(
  step: MacroStep,
  before: WorkChange,
  { now, memberId }: { readonly now: Date; readonly memberId: string },
): WorkChange {
  switch (step.do) {
    case "assign":
      if (step.to === "nobody") return { assigneeId: null };
      return { assigneeId: step.to === "me" ? memberId : step.to };
    case "team":
      return { teamId: step.to === "none" ? null : step.to };
    case "status":
      return { status: step.to, snoozedUntil: null };
    case "snooze":
      return {
        status: "snoozed",
        snoozedUntil: new Date(now.getTime() + step.minutes * 60_000).toISOString(),
      };
    case "priority":
      return { priority: step.to };
    case "label":
      return {
        addLabels: [
          ...(before.addLabels ?? []).filter((it) => !step.remove.includes(it)),
          ...step.add,
        ],
        removeLabels: [
          ...(before.removeLabels ?? []).filter((it) => !step.add.includes(it)),
          ...step.remove,
        ],
      };
    case "send":
    case "note":
      return {};
    default:
      return unreachable(step);
  }
}
