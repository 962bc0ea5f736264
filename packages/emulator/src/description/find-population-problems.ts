import { divide } from "../people/population/add-population.ts";
import { capacityOf, COUNTRIES } from "../people/population/countries.ts";
import { MADE_FOR_YOU } from "../people/population/new-population.ts";
import { withHabits } from "../people/population/read-habits.ts";
import { USUAL_HABITS } from "../people/population/usual-habits.ts";
import type { Problem } from "./find-problems.ts";
import type { DescribedWorld } from "./world-description.ts";

/** Countries that are too small for all who shall live there, and files that a description cannot carry. */
export function populationProblems(populations: DescribedWorld["populations"]): readonly Problem[] {
  return [...crowded(populations), ...populations.flatMap(lostFiles)];
}

function crowded(populations: DescribedWorld["populations"]): readonly Problem[] {
  const living: Record<string, number> = {};
  return populations.flatMap(({ size, countries }, index) =>
    Object.entries(divide(size, countries)).flatMap(([country, count]) => {
      const plan = COUNTRIES[country];
      const all = (living[country] ?? 0) + count;
      living[country] = all;
      if (plan === undefined || all <= capacityOf(plan)) return [];
      const message = `there are numbers for ${capacityOf(plan)} people, and ${all} shall live there; make the population smaller`;
      return [{ path: ["populations", index, "countries", country], message }];
    }),
  );
}

function lostFiles(
  { habits = {} }: DescribedWorld["populations"][number],
  index: number,
): readonly Problem[] {
  const path = ["populations", index, "habits"];
  if (Object.keys(habits.media ?? {}).length > 0) {
    const message =
      "files are not part of a description; upload them and PATCH /_emulator/populations";
    return [{ path: [...path, "media"], message }];
  }
  const written = Object.values(withHabits(USUAL_HABITS, habits).messages).flatMap((it) =>
    Object.keys(it.answer.kinds),
  );
  const bare = written.find((it) => !MADE_FOR_YOU.includes(it));
  if (bare === undefined) return [];
  const message = `answers of kind ${bare} need a file, which a description cannot carry; add them with PATCH /_emulator/populations`;
  return [{ path: [...path, "messages"], message }];
}
