import { z } from "zod";
import { writeContent } from "../write-content.ts";
import { duration } from "../duration.ts";

const DEEDS = [
  "read",
  "open",
  "close",
  "online",
  "offline",
  "block",
  "unblock",
  "report",
  "stop-marketing",
  "resume-marketing",
  "delete",
] as const;

const made = z.strictObject({ made: z.enum(["photo", "voice-note"]) });

const step = z
  .strictObject({
    after: duration.exactOptional(),
    do: z.enum(DEEDS).exactOptional(),
    tap: z.string().min(1).exactOptional(),
    send: z.union([z.string().min(1).max(65_536), made, writeContent]).exactOptional(),
    react: z.string().min(1).max(32).nullable().exactOptional(),
    edit: z.string().min(1).max(65_536).exactOptional(),
    waitFor: z
      .union([z.enum(["message", "card", "template"]), z.strictObject({ text: z.string().min(1) })])
      .exactOptional(),
    within: duration.exactOptional(),
    otherwise: z.enum(["go-on", "stop"]).exactOptional(),
  })
  .superRefine((given, context) => {
    const acts = ACTS.filter((it) => given[it] !== undefined);
    if (acts.length > 1) {
      context.addIssue(`A step does one thing, not ${acts.join(" and ")}: make two steps of it`);
    }
    if (acts.length === 0 && given.after === undefined) {
      context.addIssue(`A step has one of ${ACTS.join(", ")}, or a pause with after`);
    }
    if (given.waitFor === undefined && (given.within ?? given.otherwise) !== undefined) {
      context.addIssue("within and otherwise belong to a step with waitFor");
    }
    if (given.otherwise !== undefined && given.within === undefined) {
      context.addIssue("otherwise needs within: without it the script waits for ever");
    }
  });

const ACTS = ["do", "tap", "send", "react", "edit", "waitFor"] as const;

/** The steps of a script, each of which does one thing, if need be after a pause. */
export const steps = z.array(step).min(1).max(500);

export type Step = z.infer<typeof step>;
export type Deed = (typeof DEEDS)[number];
