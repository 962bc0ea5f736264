import type { NumberStanding, WabaStanding } from "../store/kinds/limits.ts";
import type { World } from "../world.ts";

/** What limits remember of a number; nothing stands against one that is not stored. */
export function numberStanding(world: World, phoneNumberId: string): NumberStanding {
  return (
    world.kinds.numberStandings.find(phoneNumberId) ?? {
      phoneNumberId,
      upgradeEndsAt: null,
      spamHoldUntil: null,
    }
  );
}

export function saveNumberStanding(world: World, standing: NumberStanding): NumberStanding {
  return world.kinds.numberStandings.put(standing.phoneNumberId, standing);
}

export function wabaStanding(world: World, wabaId: string): WabaStanding {
  return (
    world.kinds.wabaStandings.find(wabaId) ?? {
      wabaId,
      violationCount: 0,
      startsHeldUntil: null,
      repliesHeldUntil: null,
      closedCallingCodes: [],
    }
  );
}

export function saveWabaStanding(world: World, standing: WabaStanding): WabaStanding {
  return world.kinds.wabaStandings.put(standing.wabaId, standing);
}

/** Whether `until` has not passed. */
export function isHeld(now: number, until: number | null | undefined): boolean {
  return until !== null && until !== undefined && now < until;
}
