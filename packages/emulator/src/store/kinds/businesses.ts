import { z } from "zod";
import { Documents } from "../documents.ts";
import type { Database } from "../sqlite.ts";

const systemUser = z.object({
  id: z.string(),
  portfolioId: z.string(),
  name: z.string(),
  role: z.enum(["ADMIN", "EMPLOYEE"]),
});

/** What a person or system user may do with an account. */
const assignment = z.object({ wabaId: z.string(), userId: z.string(), tasks: z.array(z.string()) });

/** A finished embedded sign-up: the code may be exchanged once, for a token of this account. */
const signUp = z.object({
  code: z.string(),
  portfolioId: z.string(),
  wabaId: z.string(),
  phoneNumberId: z.string(),
  finishedAt: z.number(),
  exchanged: z.boolean(),
});

const schedule = z.object({
  id: z.string(),
  wabaId: z.string(),
  /** As it was given: Meta only keeps it. */
  body: z.record(z.string(), z.unknown()),
  createdAt: z.number(),
});

const activity = z.object({
  id: z.string(),
  wabaId: z.string(),
  type: z.string(),
  at: z.number(),
  actorId: z.string(),
  actorName: z.string(),
  details: z.record(z.string(), z.unknown()),
});

export type SystemUser = z.infer<typeof systemUser>;
export type Assignment = z.infer<typeof assignment>;
export type SignUp = z.infer<typeof signUp>;
export type Schedule = z.infer<typeof schedule>;
export type Activity = z.infer<typeof activity>;

/** Opens who works with accounts, and how accounts came to the app. */
export function openBusinessKinds(database: Database) {
  return {
    systemUsers: new Documents(database, "system-user", systemUser),
    assignments: new Documents(database, "assignment", assignment),
    signUps: new Documents(database, "sign-up", signUp),
    schedules: new Documents(database, "schedule", schedule),
    activities: new Documents(database, "activity", activity),
  };
}
