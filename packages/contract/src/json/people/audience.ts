import { z } from "zod";
import { reachWish } from "../library.ts";
import { peopleFilterJson, personJson } from "./people-table.ts";

/** Where an audience takes people from; the words are those of core/audience/audience-wish. */
export const audiencePartJson = z.discriminatedUnion("from", [
  z.object({ from: z.literal("segment"), segmentId: z.uuid() }),
  z.object({ from: z.literal("list"), listId: z.uuid() }),
  z.object({ from: z.literal("filter"), filter: peopleFilterJson }),
]);
export type AudiencePartJson = z.infer<typeof audiencePartJson>;

/** Whoever is in one of `of` and in none of `except`, each once. */
export const audienceWishJson = z.object({
  of: z.array(audiencePartJson).max(20).readonly(),
  except: z.array(audiencePartJson).max(20).readonly(),
});
export type AudienceWishJson = z.infer<typeof audienceWishJson>;

/** How many: counted, or judged from a sample; then the true number lies between the ends in 19 of 20 cases. */
export const peopleNumberJson = z.discriminatedUnion("exact", [
  z.object({ exact: z.literal(true), count: z.number() }),
  z.object({ exact: z.literal(false), about: z.number(), least: z.number(), most: z.number() }),
]);
export type PeopleNumberJson = z.infer<typeof peopleNumberJson>;

/** `quick`: judged when it is not counted at once. `exact`: counted, as long as that takes seconds. */
export const countUntilJson = z.enum(["quick", "exact"]);

/** A filter over contacts with a name. */
export const segmentJson = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  /** With an owner only they see it, with a team that team, with neither everyone. */
  ownerId: z.string().nullable(),
  teamId: z.string().nullable(),
  filter: peopleFilterJson,
  mayChange: z.boolean(),
});
export type SegmentJson = z.infer<typeof segmentJson>;

const name = z.string().trim().min(1).max(100);
const description = z.string().trim().max(1000);

export const segmentWish = z.object({
  name,
  description,
  reach: reachWish,
  filter: peopleFilterJson,
});

/** Contacts that somebody chose, or that a file names. */
export const audienceListJson = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  /** Of a file: the columns whose values its members bring. */
  columns: z.array(z.string()),
  /** The latest import that fills it; null when no file ever did. */
  importId: z.string().nullable(),
  createdAt: z.iso.datetime(),
});
export type AudienceListJson = z.infer<typeof audienceListJson>;

export const audienceListWish = z.object({ name, description });

/** Somebody of an audience, with what their row of a file says. */
export const previewedPersonJson = z.object({
  person: personJson,
  variables: z.record(z.string(), z.string()).nullable(),
});
export type PreviewedPersonJson = z.infer<typeof previewedPersonJson>;
