import type { JsonObject } from "../json.ts";
import type { Waba } from "../store/kinds.ts";
import type { WabaStanding } from "../store/kinds/limits.ts";
import { unreachable } from "../unreachable.ts";
import { seconds, tellAccount } from "../webhooks/tell.ts";
import type { World } from "../world.ts";
import { measureAfter } from "../world/limits/enforcement.ts";
import { saveWabaStanding, wabaStanding } from "./standings.ts";

/** The account has broken a rule of Meta's: it is told so, and meets the next measure. */
export function punish(world: World, waba: Waba, violationType: string): WabaStanding {
  return world.db.write(() => {
    const before = wabaStanding(world, waba.id);
    const measure = measureAfter(before.violationCount);
    tell(world, waba, {
      event: "ACCOUNT_VIOLATION",
      violation_info: { violation_type: violationType },
    });
    const counted = { ...before, violationCount: before.violationCount + 1 };
    switch (measure.kind) {
      case "warning":
        return saveWabaStanding(world, counted);
      case "lock":
        world.kinds.wabas.put(waba.id, { ...waba, restricted: true });
        tellBan(world, waba, "DISABLE");
        return saveWabaStanding(world, counted);
      case "hold": {
        const until = world.clock.now() + measure.ms;
        const types = RESTRICTIONS[measure.of];
        tellRestriction(world, waba, types, until);
        saveWabaStanding(world, counted);
        return holdForPolicy(world, waba.id, types, until);
      }
      default:
        return unreachable(measure);
    }
  });
}

/** Meta takes back what it has done to the account, as after an appeal. */
export function reinstate(world: World, waba: Waba): WabaStanding {
  return world.db.write(() => {
    if (waba.restricted) {
      world.kinds.wabas.put(waba.id, { ...waba, restricted: false });
      tellBan(world, waba, "REINSTATE");
    }
    return saveWabaStanding(world, {
      ...wabaStanding(world, waba.id),
      violationCount: 0,
      startsHeldUntil: null,
      repliesHeldUntil: null,
    });
  });
}

const RESTRICTIONS = {
  starts: ["RESTRICTED_BIZ_INITIATED_MESSAGING"],
  everything: ["RESTRICTED_BIZ_INITIATED_MESSAGING", "RESTRICTED_CUSTOMER_INITIATED_MESSAGING"],
} as const;

/** No end in sight: the last instant there is. */
const FOR_GOOD = 8.64e15;

/**
 * From here on templates, or messages of every kind, are refused with 368.
 * `until` null is for good. Other restrictions have nothing to do with sending.
 */
export function holdForPolicy(
  world: World,
  wabaId: string,
  types: readonly string[],
  until: number | null,
): WabaStanding {
  const before = wabaStanding(world, wabaId);
  const end = until ?? FOR_GOOD;
  const starts = types.includes(RESTRICTIONS.everything[0]);
  const replies = types.includes(RESTRICTIONS.everything[1]);
  return saveWabaStanding(world, {
    ...before,
    startsHeldUntil: starts ? end : before.startsHeldUntil,
    repliesHeldUntil: replies ? end : before.repliesHeldUntil,
  });
}

function tellRestriction(world: World, waba: Waba, types: readonly string[], until: number): void {
  const expiration = seconds(until);
  tell(world, waba, {
    event: "ACCOUNT_RESTRICTION",
    restriction_info: types.map((type) => ({ restriction_type: type, expiration })),
  });
}

function tellBan(world: World, waba: Waba, state: "DISABLE" | "REINSTATE"): void {
  const date = new Date(world.clock.now()).toLocaleDateString("en-US", {
    year: "numeric",
    month: "long",
    day: "numeric",
    timeZone: "UTC",
  });
  tell(world, waba, {
    event: "DISABLED_UPDATE",
    ban_info: { waba_ban_state: state, waba_ban_date: date },
  });
}

function tell(world: World, waba: Waba, value: JsonObject): void {
  tellAccount(world, waba.id, "account_update", value);
}
