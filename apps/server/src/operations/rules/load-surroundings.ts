import type { Surroundings } from "@galka/core/automations/conditions";
import { type HoursClock, hoursClock } from "@galka/core/hours/hours-clock";
import { hoursOf, shiftOf } from "@galka/core/hours/hours-of";
import type { OfficeHours } from "@galka/core/hours/office-hours";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { may } from "@galka/core/workspaces/member";
import type { Tx } from "@galka/postgres/database";
import { listMembers } from "@galka/postgres/stores/members";
import { loadHours } from "@galka/postgres/stores/work/hours";
import { matchesPattern } from "./patterns.ts";

/**
 * What the rules of a workspace may ask beside the conversation: the hours by
 * which it is answered, and whether anybody is on shift who may answer. Both
 * can be asked of the past too.
 */
export async function loadSurroundings(tx: Tx, workspaceId: WorkspaceId): Promise<Surroundings> {
  const book = await loadHours(tx, workspaceId);
  const members = await listMembers(tx, workspaceId);
  const shifts = members
    .filter((member) => may(member, "conversations.reply"))
    .map(({ id }) => hoursClock(shiftOf(book, id)));
  const clocks = new Map<OfficeHours, HoursClock>();
  return {
    matches: matchesPattern,
    isSomeoneThere: (at) => shifts.some((shift) => shift.isOpenAt(at)),
    isOfficeOpen: (at, place) => {
      const hours = hoursOf(book, place);
      const clock = clocks.get(hours) ?? hoursClock(hours);
      clocks.set(hours, clock);
      return clock.isOpenAt(at);
    },
  };
}
