import { sql } from "kysely";
import type { Tx } from "../database.ts";

/** Every background job and what it is given. */
export type Jobs = {
  readonly "run-chat-import": { readonly workspaceId: string; readonly importId: string };
};

export type JobName = keyof Jobs;

/** Adds a job in the transaction of the change that asks for it, so that there is neither without the other. */
export async function enqueue<Name extends JobName>(
  tx: Tx,
  name: Name,
  payload: Jobs[Name],
): Promise<void> {
  await sql`select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json)`.execute(tx);
}
