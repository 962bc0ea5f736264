import { placeOf } from "../consent/place.ts";
import { nextAllowedAt, quietFrom } from "../consent/quiet-hours.ts";
import type { ConsentSettings } from "../consent/settings.ts";
import { zonesOf } from "../consent/zones/zones-of.ts";
import type { Identity } from "../contacts/identity.ts";
import type { PeopleGroup } from "./forecast.ts";
import type { CampaignStart } from "./plan.ts";
import { localStart } from "./starts.ts";

/** People whose identities say the same of where they live. */
export type Alike = {
  readonly identities: readonly Identity[];
  readonly count: number;
  readonly takesPlace: boolean;
  /** Until when they have had as much marketing as one person may get. */
  readonly cappedUntil?: Date | null;
};

/** What decides about the hour at which somebody is written to. */
export type HourRules = {
  readonly start: CampaignStart;
  /** Null for what is not marketing: it comes at any hour, to every country. */
  readonly marketing: Pick<ConsentSettings, "countries" | "quietHours"> | null;
};

/** People who may be written to and when, and how many live where they may never be. */
export type Grouped<T extends Alike> = {
  readonly groups: readonly (PeopleGroup & { readonly of: readonly T[] })[];
  readonly against: number;
};

/**
 * Puts people together who may be written to at the same hours, so that a
 * campaign is walked through by dozens of groups, however large it is.
 */
export function groupPeople<T extends Alike>(
  from: Date,
  people: readonly T[],
  rules: HourRules,
): Grouped<T> {
  const groups = new Map<string, Grouped<T>["groups"][number]>();
  let against = 0;
  for (const alike of people) {
    const { identities, count, takesPlace } = alike;
    const hours = hoursOf(from, identities, rules);
    if (hours === null) {
      against += count;
      continue;
    }
    const cappedUntil = rules.marketing && cappedAfter(from, alike);
    const key = JSON.stringify([takesPlace, hours, cappedUntil]);
    const known = groups.get(key);
    groups.set(key, {
      count: (known?.count ?? 0) + count,
      takesPlace,
      nextAllowedAt: known?.nextAllowedAt ?? openingOf(hours),
      ...(cappedUntil && { cappedUntil }),
      of: [...(known?.of ?? []), alike],
    });
  }
  return { groups: [...groups.values()], against };
}

/** Null when a cap is over before the campaign begins. */
function cappedAfter(from: Date, { cappedUntil }: Alike): Date | null {
  return cappedUntil && cappedUntil > from ? cappedUntil : null;
}

/** Whether somebody lives where they may not be written to, at whatever hour. */
export function isAgainst(from: Date, identities: readonly Identity[], rules: HourRules): boolean {
  return hoursOf(from, identities, rules) === null;
}

type Hours = {
  readonly zones: readonly string[];
  readonly quiet: readonly { readonly fromMinute: number; readonly toMinute: number }[];
  /** The campaign's own hour on their clock. */
  readonly startMs: number;
};

/** Null for whoever lives where marketing is off, and where it is always night in one of their possible zones. */
function hoursOf(
  from: Date,
  identities: readonly Identity[],
  { start, marketing }: HourRules,
): Hours | null {
  // As the feeder asks it: by the number alone, and by UTC's clock where there is none.
  const phones = identities.filter(({ kind }) => kind === "phone");
  const startMs = start.kind === "local" ? localStart(start, zonesOf(phones)).getTime() : 0;
  const place = marketing && placeOf(identities, marketing);
  if (place?.off) return null;
  const { zones, quiet } = place ?? { zones: [], quiet: [] };
  if (nextAllowedAt(from, zones, quiet) === null) return null;
  const isAlways = zones.length === 0 || quiet.length === 0;
  return { zones: isAlways ? [] : zones, quiet: isAlways ? [] : quiet, startMs };
}

/** Reads the clocks once for each day, however often it is asked of one. */
function openingOf({ zones, quiet, startMs }: Hours): PeopleGroup["nextAllowedAt"] {
  let open = { fromMs: 0, untilMs: 0 };
  return (at) => {
    const asked = new Date(Math.max(at.getTime(), startMs));
    if (asked.getTime() >= open.fromMs && asked.getTime() < open.untilMs) return asked;
    const next = nextAllowedAt(asked, zones, quiet);
    if (next === null) return null;
    const untilMs = quietFrom(next, zones, quiet)?.getTime() ?? Infinity;
    open = { fromMs: next.getTime(), untilMs };
    return next;
  };
}
