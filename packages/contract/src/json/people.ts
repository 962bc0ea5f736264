import { z } from "zod";
import { consentDecisionJson, consentPurposeJson } from "./consent/consent.ts";
import { contactJson } from "./conversation.ts";

export const contactFieldJson = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(["text", "number", "date", "choice", "phone", "link"]),
  /** Of a choice: what can be chosen. */
  choices: z.array(z.string()),
});
export type ContactFieldJson = z.infer<typeof contactFieldJson>;

export const duplicateJson = z.object({
  contact: contactJson,
  because: z.enum(["phone", "name"]),
});
export type DuplicateJson = z.infer<typeof duplicateJson>;

/** A merge that can be undone. */
export const mergeJson = z.object({
  id: z.string(),
  loserName: z.string().nullable(),
  /** Null when the channel said that both are one. */
  mergedBy: z.string().nullable(),
  mergedAt: z.iso.datetime(),
});
export type MergeJson = z.infer<typeof mergeJson>;

/** That somebody was erased; of whom, only salted hashes say. */
export const erasureJson = z.object({
  id: z.string(),
  /** `running`: nothing of them can be seen any more, what is large is being gone through. */
  state: z.enum(["running", "done"]),
  requestedByName: z.string().nullable(),
  requestedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  counts: z.record(z.string(), z.number()),
});
export type ErasureJson = z.infer<typeof erasureJson>;

const days = z.number().int().min(1).max(36_500).nullable();

/** How many days what is kept; null means for good. */
export const retentionJson = z.object({
  messages: days,
  media: days,
  "webhook-log": days,
  audit: days,
});
export type RetentionJson = z.infer<typeof retentionJson>;

export const columnTargetJson = z.discriminatedUnion("to", [
  z.object({ to: z.literal("phone") }),
  z.object({ to: z.literal("name") }),
  z.object({ to: z.literal("language") }),
  z.object({ to: z.literal("field"), field: z.string().trim().min(1).max(60) }),
  z.object({ to: z.literal("nothing") }),
]);
export type ColumnTargetJson = z.infer<typeof columnTargetJson>;

const column = z.string().min(1).max(200);

export const contactImportChoicesJson = z.object({
  /** What each column of the file is, in its order; exactly one is the phone. */
  columns: z.array(columnTargetJson).max(100),
  /** ISO 3166: the country of numbers without a country code. */
  country: z.string().regex(/^[A-Z]{2}$/u),
  known: z.enum(["skip", "update"]),
  /** The list that the people of the file are put on; its columns are kept with them. Whoever is not known is added, or left out and told. */
  list: z.object({ id: z.uuid(), unknown: z.enum(["add", "leave"]) }).exactOptional(),
  /** What the people of the file have agreed to or taken back, each with its row as evidence. */
  consent: z
    .object({
      /** Of every row that names none of its own; may be empty where a column names them. */
      purposes: z.array(consentPurposeJson).max(4),
      decision: consentDecisionJson,
      /** The words of every row that has none of its own; null only where a column has them. */
      wordingId: z.uuid().nullable(),
      /** The number of every row that names none of its own; null is every number. */
      channelId: z.uuid().nullable(),
      /** Where the table comes from: the fair, the paper list, the shop of before. */
      source: z.string().trim().min(1).max(500),
      /** When they said it; by a whole table, the latest day. */
      saidAt: z.iso.datetime(),
      /**
       * The columns that say it row by row instead: the day, where it comes from, a yes;
       * one or several purposes; the words, by their name or in full; the number, by its
       * name or digits.
       */
      saidAtColumn: column.exactOptional(),
      sourceColumn: column.exactOptional(),
      agreedColumn: column.exactOptional(),
      purposeColumn: column.exactOptional(),
      wordingColumn: column.exactOptional(),
      channelColumn: column.exactOptional(),
    })
    .exactOptional(),
});
export type ContactImportChoicesJson = z.infer<typeof contactImportChoicesJson>;

export const rowReasonJson = z.enum([
  "phone-missing",
  "phone-invalid",
  "value-invalid",
  "duplicate-in-file",
  "duplicate-person",
  "unknown-person",
]);

/** How many rows were not taken, or would not be, by why; the most frequent first. */
const rowReasonsJson = z.array(z.object({ reason: rowReasonJson, count: z.number() }));
export type RowReasonsJson = z.infer<typeof rowReasonsJson>;

const tableConsentsJson = z.object({
  recorded: z.number(),
  /** People who have taken it back later than the table says that they agreed: they are not written to. */
  outweighed: z.number(),
  /** How many of these were erased since; of them only a keyed hash was kept. */
  remembered: z.number(),
  /** Of how many rows nothing is recorded, by why. */
  lacking: z.array(
    z.object({
      reason: z.enum([
        "not-agreed",
        "day-missing",
        "day-invalid",
        "day-ahead",
        "purpose-missing",
        "purpose-unknown",
        "words-missing",
        "words-unknown",
        "channel-unknown",
      ]),
      count: z.number(),
      /** The first of them; only of a look beforehand. */
      rows: z.array(z.number()),
    }),
  ),
});
export type TableConsentsJson = z.infer<typeof tableConsentsJson>;

export const contactImportJson = z.object({
  id: z.string(),
  fileName: z.string(),
  state: z.enum(["ready", "running", "done", "failed", "stopped"]),
  /** False once the file is not kept any more: then it can neither be started nor told apart. */
  hasFile: z.boolean(),
  encoding: z.string().nullable(),
  separator: z.string().nullable(),
  columns: z.array(z.string()),
  choices: contactImportChoicesJson.nullable(),
  rowsTotal: z.number(),
  rowsDone: z.number(),
  added: z.number(),
  updated: z.number(),
  skipped: z.number(),
  failed: z.number(),
  reasons: rowReasonsJson,
  /** What the table recorded of consent; null when nothing was to be. */
  consents: tableConsentsJson.nullable(),
  failure: z.enum(["file-missing", "file-damaged", "fault"]).nullable(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
});
export type ContactImportJson = z.infer<typeof contactImportJson>;

export const rowProblemJson = z.object({
  row: z.number(),
  reason: rowReasonJson,
  column: z.string().nullable(),
});
export type RowProblemJson = z.infer<typeof rowProblemJson>;

/** A row that was not taken, with what stands where its problem lies; null once the file is gone. */
export const untakenRowJson = rowProblemJson.extend({ text: z.string().nullable() });
export type UntakenRowJson = z.infer<typeof untakenRowJson>;

/** What an import would do. */
export const contactPreviewJson = z.object({
  consents: tableConsentsJson.nullable(),
  added: z.number(),
  known: z.number(),
  problemCount: z.number(),
  reasons: rowReasonsJson,
  problems: z.array(rowProblemJson),
  sample: z.array(
    z.object({
      row: z.number(),
      phone: z.string(),
      name: z.string().nullable(),
      language: z.string().nullable(),
      fields: z.record(z.string(), z.string()),
      known: z.boolean(),
    }),
  ),
});
export type ContactPreviewJson = z.infer<typeof contactPreviewJson>;
