import type { Documents } from "../../store/documents.ts";
import type { Population } from "../../store/kinds/population.ts";
import type { ComputedPeople, Person } from "../../store/people.ts";
import { type Member, memberAt, positionIn } from "./member.ts";
import { phoneOfBsuid, slotOfPhone } from "./numbering.ts";

const KEPT = 20_000;
const MEMBER_ID = /^(g\d+)-(\d+)$/;

/**
 * Finds the people of populations.
 *
 * They have no rows: who has a certain id, phone number or business-scoped id
 * is computed. The latest ones are remembered, since a message asks for its
 * recipient several times.
 */
export class Members implements ComputedPeople {
  readonly #populations: Documents<Population>;
  readonly #seed: () => string;
  readonly #recent = new Map<string, Member>();

  constructor(populations: Documents<Population>, seed: () => string) {
    this.#populations = populations;
    this.#seed = seed;
  }

  /** The member with this id of a person; `null` for everybody else. */
  find(personId: string): Member | null {
    if (!personId.startsWith("g")) return null;
    const [, id = "", position = ""] = MEMBER_ID.exec(personId) ?? [];
    const population = this.#populations.find(id);
    if (population === null || Number(position) >= population.size) return null;
    return this.at(population, Number(position));
  }

  at(population: Population, position: number): Member {
    const key = `${population.id}-${position}`;
    const known = this.#recent.get(key);
    // A population that was changed is another object.
    if (known?.population === population) return known;
    const made = memberAt(this.#seed(), population, position);
    if (this.#recent.size >= KEPT) this.#recent.clear();
    this.#recent.set(key, made);
    return made;
  }

  byId(personId: string): Person | null {
    return this.find(personId)?.person ?? null;
  }

  byPhone(digits: string): Person | null {
    const populations = this.#populations.list();
    if (populations.length === 0) return null;
    const found = slotOfPhone(this.#seed(), digits);
    if (found === null) return null;
    for (const population of populations) {
      const part = population.parts.find((it) => it.country === found.country);
      const index = found.slot - (part?.first ?? 0);
      if (part === undefined || index < 0 || index >= part.count) continue;
      return this.at(population, positionIn(population, found.country, index)).person;
    }
    return null;
  }

  byBsuid(bsuid: string): Person | null {
    if (this.#populations.list().length === 0) return null;
    const digits = phoneOfBsuid(this.#seed(), bsuid);
    return digits === null ? null : this.byPhone(digits);
  }
}
