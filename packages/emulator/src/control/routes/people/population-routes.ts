import { z } from "zod";
import { addPopulation, CrowdedError } from "../../../people/population/add-population.ts";
import { countsOf } from "../../../people/population/counts.ts";
import {
  MADE_FOR_YOU,
  newPopulation,
  populationName,
} from "../../../people/population/new-population.ts";
import type { Member } from "../../../people/population/member.ts";
import { habitsPatch, withHabits } from "../../../people/population/read-habits.ts";
import { USUAL_HABITS } from "../../../people/population/usual-habits.ts";
import type { Habits, Population } from "../../../store/kinds/population.ts";
import { findMedia } from "../../../store/media.ts";
import type { MemberJson, PopulationJson } from "../../../wire/population.ts";
import type { World } from "../../../world.ts";
import {
  type ControlCall,
  ControlRefusal,
  type ControlRoute,
  notFound,
  whole,
} from "../../route.ts";

const PAGE_MAX = 10_000;

const populationPatch = z.strictObject({
  name: populationName.exactOptional(),
  habits: habitsPatch.exactOptional(),
});

/** Populations: very many people, of whom only what happened to them is kept. */
export const populationRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/populations",
    summary: "All populations, with what has happened to them so far",
    answer: "ListJson<PopulationJson>",
    handle: ({ world }) => ({
      data: world.kinds.populations.list().map((it) => presentPopulation(world, it)),
      next: null,
    }),
  },
  {
    method: "POST",
    path: "/populations",
    summary: "Makes a population: people with phones and habits, as many as you like",
    body: newPopulation,
    answer: "PopulationJson",
    handle: add,
  },
  {
    method: "GET",
    path: "/populations/{population}",
    summary: "One population, with what has happened to it so far",
    answer: "PopulationJson",
    handle: (call) => presentPopulation(call.world, loadPopulation(call)),
  },
  {
    method: "PATCH",
    path: "/populations/{population}",
    summary: "Changes the habits; what is under way goes on with the changed ones",
    body: populationPatch,
    answer: "PopulationJson",
    handle: change,
  },
  {
    method: "DELETE",
    path: "/populations/{population}",
    summary: "Removes a population; the ledger keeps what was sent to it",
    answer: "OkJson",
    handle: (call) => {
      call.world.kinds.populations.remove(loadPopulation(call).id);
      return { ok: true };
    },
  },
  {
    method: "GET",
    path: "/populations/{population}/people",
    summary: "The people; any part of the list is a sample of the whole",
    query: ["after", "limit"],
    answer: "ListJson<MemberJson>",
    handle: listMembers,
  },
];

/** The population that the path names. */
export function loadPopulation(call: ControlCall): Population {
  const key = call.path["population"] ?? "";
  const population = call.world.kinds.populations.find(key);
  if (population === null) throw notFound("population", key, "/_emulator/populations");
  return population;
}

function add(call: ControlCall) {
  const { world } = call;
  const { habits: patch = {}, name: given, seed, ...rest } = newPopulation.parse(call.body);
  const habits = knownFiles(world, withHabits(USUAL_HABITS, patch));
  try {
    const made = addPopulation(world, { ...rest, name: given, seed, habits });
    return presentPopulation(world, made);
  } catch (error) {
    if (error instanceof CrowdedError) throw new ControlRefusal("conflict", error.message);
    throw error;
  }
}

function change(call: ControlCall) {
  const { world } = call;
  const population = loadPopulation(call);
  const patch = populationPatch.parse(call.body);
  const habits = knownFiles(world, withHabits(population.habits, patch.habits ?? {}));
  const changed = { ...population, name: patch.name ?? population.name, habits };
  return presentPopulation(world, world.kinds.populations.put(population.id, changed));
}

/** Every kind that may be written has something to be written with. */
function knownFiles(world: World, habits: Habits): Habits {
  const ids = Object.values(habits.media).flat();
  const lost = ids.find((id) => findMedia(world.db, id) === null);
  if (lost !== undefined) {
    throw new ControlRefusal(
      "bad-request",
      `The mediaId ${lost} is not known. POST the bytes to /_emulator/media first.`,
    );
  }
  const written = Object.values(habits.messages).flatMap((it) => Object.keys(it.answer.kinds));
  const bare = written.find((kind) => !MADE_FOR_YOU.includes(kind) && !(kind in habits.media));
  if (bare === undefined) return habits;
  throw new ControlRefusal(
    "bad-request",
    `Answers of kind ${bare} need habits.media.${bare}: ids of files from POST /_emulator/media.`,
  );
}

function presentPopulation(world: World, population: Population): PopulationJson {
  const { parts, ...rest } = population;
  return {
    ...rest,
    countries: Object.fromEntries(parts.map(({ country, count }) => [country, count])),
    counts: countsOf(world, population),
  };
}

function listMembers(call: ControlCall) {
  const population = loadPopulation(call);
  const from = whole(call, "after", 0);
  const until = Math.min(population.size, from + Math.min(whole(call, "limit", 100), PAGE_MAX));
  const data: MemberJson[] = [];
  for (let position = from; position < until; position++) {
    data.push(presentMember(call.world.members.at(population, position)));
  }
  return { data, next: until < population.size ? String(until) : null };
}

function presentMember({ person, country, language, zone }: Member): MemberJson {
  const { id, name: called, waId, bsuid, onWhatsApp } = person;
  return { id, name: called, waId, bsuid, country, language, timeZone: zone, onWhatsApp };
}
