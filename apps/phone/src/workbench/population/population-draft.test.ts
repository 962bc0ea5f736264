import assert from "node:assert/strict";
import { describe, it } from "vitest";
import {
  FRESH_POPULATION,
  isComplete,
  type PopulationDraft,
  populationOf,
  TEMPER_SHARES,
} from "./population-draft.ts";

describe("a population that is being made", () => {
  it("takes a name and a seed of the emulator's when none was given", () => {
    const made = populationOf(FRESH_POPULATION);
    assert.equal("name" in made, false);
    assert.equal("seed" in made, false);
    assert.deepEqual(made.countries, { DE: 1 });
  });

  it("adds up a country that was named twice and leaves out one without people", () => {
    const countries = [
      { code: "DE", weight: 1 },
      { code: "BR", weight: 0 },
      { code: "DE", weight: 2 },
    ];
    assert.deepEqual(made({ countries }).countries, { DE: 3 });
  });

  it("tells shares and not percents", () => {
    const marketing = made({ shares: TEMPER_SHARES.furious }).habits?.messages?.marketing;
    assert.equal(marketing?.block?.share, 0.2);
    assert.equal(marketing?.report?.share, 0.1);
  });

  it("lets prompt people neither sleep nor lose their network", () => {
    const habits = made({ prompt: true }).habits;
    assert.deepEqual(habits?.awake, { from: 0, until: 24 });
    assert.deepEqual(habits?.offline, { share: 0 });
  });

  it("is not complete without people or a country", () => {
    assert.equal(isComplete({ ...FRESH_POPULATION, size: 0 }), false);
    assert.equal(
      isComplete({ ...FRESH_POPULATION, countries: [{ code: "DE", weight: 0 }] }),
      false,
    );
    assert.equal(isComplete(FRESH_POPULATION), true);
  });

  function made(over: Partial<PopulationDraft>) {
    return populationOf({ ...FRESH_POPULATION, ...over });
  }
});
