import { type HoursClock, hoursClock } from "@galka/core/hours/hours-clock";
import { type HoursPlace, hoursOf } from "@galka/core/hours/hours-of";
import type { OfficeHours } from "@galka/core/hours/office-hours";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { SlaPolicy } from "@galka/core/sla/sla-policy";
import { type SlaMeasure, WALL_CLOCK } from "@galka/core/sla/sla-time";
import type { Tx } from "../../database.ts";
import { loadHours } from "../work/hours.ts";

/** What the time of a policy is counted by in a conversation. */
export type MeasureOf = (policy: SlaPolicy, place: HoursPlace) => SlaMeasure;

/** Clocks remember the days they have looked at, so those of the hours in use are kept. */
const clocks = new Map<string, HoursClock>();
const MOST_KEPT = 100;

/** Loads the hours, if any of the policies counts in them. */
export async function loadMeasures(
  tx: Tx,
  workspaceId: WorkspaceId,
  policies: readonly SlaPolicy[],
): Promise<MeasureOf> {
  if (!policies.some(({ countedIn }) => countedIn === "office-hours")) return () => WALL_CLOCK;
  const book = await loadHours(tx, workspaceId);
  return ({ countedIn }, place) =>
    countedIn === "wall-clock" ? WALL_CLOCK : clockOf(hoursOf(book, place));
}

function clockOf(hours: OfficeHours): HoursClock {
  const key = JSON.stringify(hours);
  const known = clocks.get(key);
  if (known) return known;
  if (clocks.size >= MOST_KEPT) clocks.clear();
  const clock = hoursClock(hours);
  clocks.set(key, clock);
  return clock;
}
