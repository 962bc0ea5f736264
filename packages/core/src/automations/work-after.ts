import { unreachable } from "../kernel/unreachable.ts";
import type { Work } from "./facts.ts";
import type { Action } from "./rule.ts";

/** The work on a conversation once a rule has done this. */
export function workAfter(work: Work, action: Action): Work {
  switch (action.kind) {
    case "add-label":
      return work.labelIds.includes(action.labelId)
        ? work
        : { ...work, labelIds: [...work.labelIds, action.labelId] };
    case "remove-label":
      return { ...work, labelIds: work.labelIds.filter((id) => id !== action.labelId) };
    case "assign-member":
      return { ...work, assigneeId: action.memberId };
    case "assign-team":
      return { ...work, teamId: action.teamId };
    case "set-state":
      return { ...work, state: action.state };
    case "set-priority":
      return { ...work, priority: action.priority };
    case "send-text":
    case "send-template":
    case "add-note":
    case "remind":
    case "webhook":
      return work;
    default:
      return unreachable(action);
  }
}
