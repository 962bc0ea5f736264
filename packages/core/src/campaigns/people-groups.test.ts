import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { countryRule } from "../consent/country-rules.ts";
import { nextAllowedAt } from "../consent/quiet-hours.ts";
import { countryOf, zonesOf } from "../consent/zones/zones-of.ts";
import type { Identity } from "../contacts/identity.ts";
import { type PeopleGroup, type Road, forecast } from "./forecast.ts";
import { type Alike, type HourRules, groupPeople } from "./people-groups.ts";
import { isByChance, simulate } from "./testing/slow-campaign.ts";

const START = new Date("2026-11-23T09:00:00Z");
const NIGHT = { fromMinute: 21 * 60, toMinute: 8 * 60 };
const ROAD: Road = { perSecond: 1, others: [], places: null, freed: [], firstWave: null };
const NOW = { kind: "now" } as const;

describe("groupPeople", () => {
  it("leaves out who lives where marketing is off, and nobody of what is not marketing", () => {
    const people = [by("79161234567", 3), by("54911", 4), { ...by("", 2), identities: [bsuid] }];
    const marketing = { countries: {}, quietHours: null };
    const grouped = groupPeople(START, people, { start: NOW, marketing });
    assert.deepEqual([grouped.against, sum(grouped.groups)], [5, 4]);
    const utility = groupPeople(START, people, { start: NOW, marketing: null });
    assert.deepEqual([utility.against, sum(utility.groups)], [0, 9]);
  });

  it("has quiet hours move the end to the morning of those for whom it is night", () => {
    // Nine in the morning in London is six in Buenos Aires and eight in the evening in Sydney.
    const people = [by("447700900123", 60), by("5491155550101", 60), by("61491570006", 60)];
    const rules = { start: NOW, marketing: { countries: {}, quietHours: NIGHT } };
    const told = forecast(START, groupPeople(START, people, rules).groups, ROAD);
    assert.deepEqual(told.endsAt, new Date("2026-11-23T11:01:00Z"));
    assert.deepEqual([told.reached, told.slowedBy], [180, ["quiet-hours"]]);
  });

  it("waits for the campaign's own hour on each clock", () => {
    const start = { kind: "local", date: "2026-11-24", minute: 10 * 60 } as const;
    const people = [by("491515550131", 60), by("5491155550101", 60)];
    const { groups } = groupPeople(START, people, { start, marketing: null });
    assert.deepEqual(
      groups.map((it) => it.nextAllowedAt(START)),
      [new Date("2026-11-24T09:00:00Z"), new Date("2026-11-24T13:00:00Z")],
    );
  });

  it("keeps as few groups as there are kinds of hours, however many numbers there are", () => {
    const people = Array.from({ length: 900 }, (_, n) => by(`4915${100 + n}`, 1));
    const rules = { start: NOW, marketing: { countries: {}, quietHours: NIGHT } };
    assert.equal(groupPeople(START, people, rules).groups.length, 1);
  });

  const phone = fc.constantFrom(
    "5491155550101",
    "5511955550101",
    "491515550131",
    "12025550147",
    "79161234567",
    "628125550100",
    "77015550100",
    "61491570006",
  );
  const alike = fc
    .record({ phone, count: fc.integer({ min: 1, max: 900 }), takesPlace: fc.boolean() })
    .map(({ phone: value, ...rest }): Alike => ({
      ...rest,
      identities: [{ kind: "phone", value }],
    }));
  const said = { reason: "So we say.", by: "ana", at: "2026-11-01T00:00:00Z" };
  const rules = fc
    .record({
      quietHours: fc.constantFrom(null, NIGHT, { fromMinute: 12 * 60, toMinute: 14 * 60 }),
      countries: fc.constantFrom<NonNullable<HourRules["marketing"]>["countries"]>(
        {},
        { US: { marketing: "allowed", ...said } },
        { DE: { marketing: "off", ...said }, RU: { marketing: "allowed", ...said } },
      ),
    })
    .map((marketing): HourRules => ({ start: NOW, marketing }));
  const road = fc.record({
    perSecond: fc.constantFrom(0.2, 1, 20),
    others: fc.constant([]),
    places: fc.constantFrom<number | null>(null, 250, 2_000),
    freed: fc.constant([]),
    firstWave: fc.constantFrom<Road["firstWave"]>(null, { people: 100, waitMs: 3_600_000 }),
  });

  it("agrees with a slow simulation that asks rule and clock for each person at each moment", () => {
    fc.assert(
      fc.property(
        fc.array(alike, { minLength: 1, maxLength: 5 }),
        rules,
        road,
        (people, given, on) => {
          const { groups, against } = groupPeople(START, people, given);
          const told = forecast(START, groups, on);
          const twin = people.flatMap((it) => asked(it, given));
          const slow = simulate(START, twin, on);
          assert.equal(told.reached, slow.reached);
          assert.equal(told.reached + against, sum(people));
          const lasted = slow.endsAt - START.getTime();
          const guessed = (told.endsAt ?? START).getTime() - START.getTime();
          const isNear = Math.abs(guessed - lasted) <= Math.max(lasted * 0.05, 2_000);
          assert.ok(isNear || isByChance(START, lasted, twin, on), `${guessed} for ${lasted}`);
        },
      ),
      { numRuns: 60 },
    );
  });
});

const bsuid: Identity = { kind: "bsuid", value: "RU.13491208655302741918" };

function by(value: string, count: number): Alike {
  return { identities: [{ kind: "phone", value }], count, takesPlace: false };
}

function sum(groups: readonly { readonly count: number }[]): number {
  return groups.reduce((all, { count }) => all + count, 0);
}

/** The rules themselves, read anew at each moment. */
function asked(
  { identities, cappedUntil, ...rest }: Alike,
  { marketing }: HourRules,
): PeopleGroup[] {
  const rule = countryRule(countryOf(identities), marketing?.countries ?? {});
  if (rule.marketing === "off") return [];
  const quiet = [marketing?.quietHours ?? null, rule.quietHours].filter((it) => it !== null);
  const nextAllowed = (at: Date) => nextAllowedAt(at, zonesOf(identities), quiet);
  return nextAllowed(START) === null
    ? []
    : [{ ...rest, nextAllowedAt: nextAllowed, ...(cappedUntil && { cappedUntil }) }];
}
