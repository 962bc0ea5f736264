import { z } from "zod";
import { iso } from "../../../people/chat-view.ts";
import { duration } from "../../../people/duration.ts";
import { divide } from "../../../people/population/add-population.ts";
import { kindWeights } from "../../../people/population/read-habits.ts";
import { startVisits, visitedSoFar } from "../../../people/population/visit.ts";
import type { Visits } from "../../../store/kinds/population.ts";
import type { VisitsJson } from "../../../wire/population.ts";
import type { World } from "../../../world.ts";
import { type ControlCall, ControlRefusal, type ControlRoute } from "../../route.ts";
import { loadPopulation } from "./population-routes.ts";

const newVisits = z.strictObject({
  phoneNumberId: z.string().exactOptional(),
  people: z.number().int().min(1),
  over: duration,
  texts: z.record(z.string().min(1).max(4096), z.number().min(0)).default({}),
  kinds: kindWeights.default({ text: 1 }),
});

const YEAR_MS = 366 * 24 * 60 * 60 * 1000;

/** People of a population who come by themselves. */
export const visitRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/populations/{population}/visits",
    summary: "Visits that were asked for, and how many have happened",
    answer: "ListJson<VisitsJson>",
    handle: list,
  },
  {
    method: "POST",
    path: "/populations/{population}/visits",
    summary: "Lets people write to a number by themselves, spread over some time",
    body: newVisits,
    answer: "VisitsJson",
    handle: add,
  },
];

function list(call: ControlCall) {
  const { world } = call;
  const { id } = loadPopulation(call);
  const all = world.kinds.visits.list().filter((it) => it.populationId === id);
  return { data: all.map((it) => presentVisits(world, it)), next: null };
}

function add(call: ControlCall) {
  const { world } = call;
  const population = loadPopulation(call);
  const { phoneNumberId, people, over, texts, kinds } = newVisits.parse(call.body);
  if (over > YEAR_MS) {
    throw new ControlRefusal("bad-request", "over is at most a year. Ask again when that is over.");
  }
  if (people > population.size) {
    throw new ControlRefusal(
      "bad-request",
      `The population has ${population.size} people, and ${people} were asked for.`,
    );
  }
  requireFiles(population.habits.media, kinds);
  const number = numberOf(call, phoneNumberId);
  const weights = population.parts.map((it) => [it.country, it.count] as const);
  const counts = divide(people, Object.fromEntries(weights));
  const startsAt = world.clock.now();
  const parts = population.parts.map((it) => ({
    country: it.country,
    people: counts[it.country] ?? 0,
    from: it.visitors,
  }));
  return world.db.write(() => {
    const id = `v${world.counters.next("visits")}`;
    world.kinds.populations.put(population.id, {
      ...population,
      parts: population.parts.map((it) => ({
        ...it,
        visitors: (it.visitors + (counts[it.country] ?? 0)) % it.count,
      })),
    });
    const visits = world.kinds.visits.put(id, {
      id,
      populationId: population.id,
      phoneNumberId: number,
      people,
      parts,
      startsAt,
      endsAt: startsAt + over,
      texts,
      kinds,
    });
    startVisits(world, visits);
    return presentVisits(world, visits);
  });
}

function requireFiles(
  media: Readonly<Record<string, readonly string[]>>,
  kinds: Readonly<Record<string, number>>,
): void {
  const bare = ["video", "document", "sticker"].find((it) => it in kinds && !(it in media));
  if (bare === undefined) return;
  throw new ControlRefusal(
    "bad-request",
    `Greetings of kind ${bare} need files: give the population habits.media.${bare} first.`,
  );
}

function numberOf({ world }: ControlCall, phoneNumberId: string | undefined): string {
  const [first] = world.kinds.numbers.list();
  const number =
    phoneNumberId === undefined ? first : (world.kinds.numbers.find(phoneNumberId) ?? undefined);
  if (number !== undefined) return number.id;
  throw new ControlRefusal(
    "bad-request",
    `There is no number "${phoneNumberId ?? ""}". GET /_emulator/numbers lists them.`,
  );
}

function presentVisits(world: World, visits: Visits): VisitsJson {
  const { id, populationId, phoneNumberId, people, startsAt, endsAt } = visits;
  return {
    id,
    populationId,
    phoneNumberId,
    people,
    startsAt: iso(startsAt),
    endsAt: iso(endsAt),
    visited: visitedSoFar(world, visits),
  };
}
