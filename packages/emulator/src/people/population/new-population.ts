import { z } from "zod";
import { COUNTRIES } from "./countries.ts";
import { habitsPatch } from "./read-habits.ts";

const SIZE_MAX = 10_000_000;

export const populationName = z.string().min(1).max(100);

/** Kinds of answers that need no file of anybody's. */
export const MADE_FOR_YOU: readonly string[] = ["text", "image", "voice", "location"];

const countries = z
  .record(z.string(), z.number().positive())
  .refine((it) => Object.keys(it).length > 0, "Name at least one country")
  .superRefine((it, context) => {
    const strange = Object.keys(it).filter((country) => !(country in COUNTRIES));
    if (strange.length === 0) return;
    const known = Object.keys(COUNTRIES).join(", ");
    context.addIssue(`No people live in ${strange.join(", ")}. There are: ${known}`);
  });

/** What makes a population; habits that are left out are the usual ones. */
export const newPopulation = z.strictObject({
  name: populationName.exactOptional(),
  size: z.number().int().min(1).max(SIZE_MAX),
  seed: z.string().min(1).max(100).exactOptional(),
  countries,
  habits: habitsPatch.exactOptional(),
});
