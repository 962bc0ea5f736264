import type { Population } from "../../store/kinds/population.ts";
import type { SendStatus } from "../../store/sends.ts";
import type { PopulationCounts } from "../../wire/population.ts";
import type { World } from "../../world.ts";

/** One more of something that the people of a population did, or that happened to them. */
export function countFor(world: World, populationId: string, what: keyof PopulationCounts): void {
  world.counters.next(nameOf(populationId, what));
}

/** The status of a send to somebody of a population; of others nothing is counted. */
export function countStatus(world: World, personId: string | null, status: SendStatus): void {
  const member = personId === null ? null : world.members.find(personId);
  if (member === null || status === "played") return;
  countFor(world, member.population.id, status);
}

/** What has happened to the population so far. */
export function countsOf(world: World, population: Population): PopulationCounts {
  const value = (what: keyof PopulationCounts) => world.counters.value(nameOf(population.id, what));
  return {
    reached: value("reached"),
    accepted: value("accepted"),
    sent: value("sent"),
    delivered: value("delivered"),
    read: value("read"),
    failed: value("failed"),
    tapped: value("tapped"),
    linksOpened: value("linksOpened"),
    answered: value("answered"),
    reacted: value("reacted"),
    takenBack: value("takenBack"),
    stopWords: value("stopWords"),
    blocked: value("blocked"),
    reported: value("reported"),
    optedOut: value("optedOut"),
    visited: value("visited"),
  };
}

function nameOf(populationId: string, what: keyof PopulationCounts): string {
  return `population ${populationId} ${what}`;
}
