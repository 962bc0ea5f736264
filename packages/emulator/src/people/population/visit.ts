import { insertDue } from "../../store/due.ts";
import type { Visits } from "../../store/kinds/population.ts";
import { findPersonById } from "../../store/people.ts";
import type { World } from "../../world.ts";
import { businessChat } from "../../world/identity.ts";
import { writeMessage } from "../write-message.ts";
import { compose } from "./compose.ts";
import { COUNTRIES } from "./countries.ts";
import { countFor } from "./counts.ts";
import { diceFor } from "./dice.ts";
import { localHour } from "./local-time.ts";
import { positionIn } from "./member.ts";

const HOUR_MS = 3_600_000;

/** Lets the first visitor of each country wait; whoever comes lets the next one. */
export function startVisits(world: World, visits: Visits): void {
  for (const part of visits.parts) wait(world, visits, part.country, 0);
}

/** Somebody writes to the number by themselves. `subject` is visits, country, and which visitor. */
export function visit(world: World, subject: string): void {
  const [id = "", country = "", which = ""] = subject.split(" ");
  const visits = world.kinds.visits.find(id);
  const population = visits === null ? null : world.kinds.populations.find(visits.populationId);
  const part = visits?.parts.find((it) => it.country === country);
  const lives = population?.parts.find((it) => it.country === country);
  if (visits === null || population === null || part === undefined || lives === undefined) return;
  const position = positionIn(population, country, (part.from + Number(which)) % lives.count);
  const member = world.members.at(population, position);
  const person = findPersonById(world.db, member.person.id) ?? member.person;
  if (person.onWhatsApp) {
    const dice = diceFor(`${population.seed}:${visits.id}:${country}:${which}`);
    const content = compose(world, member, dice, { ...visits, about: "hello" });
    const chatId = businessChat(visits.phoneNumberId);
    writeMessage(world, person, chatId, { content, replyTo: null, forwarded: false });
  }
  world.counters.next(`visits ${visits.id}`);
  countFor(world, population.id, "visited");
  wait(world, visits, country, Number(which) + 1);
}

export function visitedSoFar(world: World, visits: Visits): number {
  return world.counters.value(`visits ${visits.id}`);
}

function wait(world: World, visits: Visits, country: string, which: number): void {
  const at = Math.max(visitAt(world, visits, country, which), world.clock.now());
  const people = visits.parts.find((it) => it.country === country)?.people ?? 0;
  if (which >= people) return;
  insertDue(world.db, { at, kind: "visit", subject: `${visits.id} ${country} ${which}` });
  world.wake(at);
}

/** When the `which`-th visitor from a country comes: more by day and in the evening than at night. */
function visitAt(world: World, visits: Visits, country: string, which: number): number {
  const people = visits.parts.find((it) => it.country === country)?.people ?? 1;
  const hours = curveOf(world, visits, country);
  const total = hours.at(-1) ?? 1;
  const dice = diceFor(`${visits.id}:${country}:${which}:at`);
  const wanted = ((which + dice()) / people) * total;
  let [low, high] = [0, hours.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hours[middle] ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  const before = low === 0 ? 0 : (hours[low - 1] ?? 0);
  const part = (wanted - before) / ((hours[low] ?? 1) - before || 1);
  const span = visits.endsAt - visits.startsAt;
  return (
    visits.startsAt + Math.round(Math.min(span, (low + Math.min(1, part)) * (span / hours.length)))
  );
}

const curves = new WeakMap<Visits, Map<string, Float64Array>>();

/** How many of all visits have happened by the end of each hour, unscaled. */
function curveOf(world: World, visits: Visits, country: string): Float64Array {
  const known = curves.get(visits) ?? new Map<string, Float64Array>();
  curves.set(visits, known);
  const curve = known.get(country);
  if (curve !== undefined) return curve;
  const count = Math.max(1, Math.ceil((visits.endsAt - visits.startsAt) / HOUR_MS));
  const awake = world.kinds.populations.find(visits.populationId)?.habits.awake;
  const made = new Float64Array(count);
  let sum = 0;
  for (let hour = 0; hour < count; hour++) {
    sum += bustle(country, visits.startsAt + (hour + 0.5) * HOUR_MS, awake);
    made[hour] = sum;
  }
  known.set(country, made);
  return made;
}

/** How lively the country is at an instant, over its time zones. */
function bustle(
  country: string,
  at: number,
  awake: { readonly from: number; readonly until: number } = { from: 7, until: 23 },
): number {
  const zones = Object.entries(COUNTRIES[country]?.zones ?? {});
  return zones.reduce((sum, [zone, weight]) => {
    const hour = localHour(zone, at);
    const up =
      awake.from <= awake.until
        ? hour >= awake.from && hour < awake.until
        : hour >= awake.from || hour < awake.until;
    const evening = hour >= 18 && hour < 22 ? 1.6 : 1;
    return sum + weight * (up ? evening : 0.03);
  }, 0);
}
