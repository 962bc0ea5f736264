import type { WorkspaceId } from "@galka/core/kernel/ids";
import { savepoint } from "@galka/postgres/savepoint";
import { isDataError, isStatementTimeout } from "@galka/postgres/data-error";
import { applyMembers } from "./apply-members.ts";
import type { Batch, Member } from "./batch.ts";

/** A member that could not be applied, and why. */
export type Parked = {
  readonly position: number;
  readonly receivedAt: Date;
  readonly hint: string;
  readonly workspaceId: WorkspaceId | null;
  readonly channelId: string | null;
  readonly reason: string;
  readonly detail: string;
  readonly member: unknown;
};

/**
 * Applies the members of one workspace, all at once; when that fails, in halves,
 * until the one that fails is alone. That one is parked.
 *
 * Only what the members themselves are to blame for is parked. When the database
 * goes away, or gives up for another transaction's sake, that is thrown, and the
 * whole round is tried again. A member that takes too long even alone, three
 * times, is parked too: otherwise nothing behind it would ever be applied.
 */
export async function applyOrPark(batch: Batch, members: readonly Member[]): Promise<Parked[]> {
  const parked: Parked[] = [];
  const others: Member[] = [];
  for (const member of members) {
    const why = whyNot(member);
    if (why) parked.push(parkedOf(batch, member, why));
    else others.push(member);
  }
  return [...parked, ...(await applyInHalves(batch, others, { slowInARow: 0 }))];
}

type Why = { readonly reason: string; readonly detail: string };

/** What can be told from the member alone. */
function whyNot({ incoming }: Member): Why | null {
  if (incoming.kind === "stranger") {
    return { reason: "unknown-kind", detail: `Galka does not know this yet: ${incoming.what}` };
  }
  if (incoming.kind !== "message") return null;
  const { phone, bsuid, username } = incoming.person;
  const isSomebody = phone !== null || bsuid !== null || username !== null;
  return isSomebody ? null : { reason: "nobody", detail: "Nothing says whose message this is." };
}

const TRIES_ALONE = 3;
/** When so many take too long and nothing in between does not, it is the database that is slow. */
const MOST_SLOW_IN_A_ROW = 3;

type Patience = { slowInARow: number };

async function applyInHalves(
  batch: Batch,
  members: readonly Member[],
  patience: Patience,
): Promise<Parked[]> {
  const [first] = members;
  if (!first) return [];
  const failed = await failureOf(batch, members, members.length === 1 ? TRIES_ALONE : 1);
  if (failed === null) {
    patience.slowInARow = 0;
    return [];
  }
  if (members.length === 1) {
    const { error } = failed;
    if (isStatementTimeout(error) && ++patience.slowInARow > MOST_SLOW_IN_A_ROW) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    batch.app.log.warn({ position: first.position, detail }, "A member of a webhook was parked");
    const reason = isStatementTimeout(error) ? "too-slow" : "failed";
    return [parkedOf(batch, first, { reason, detail })];
  }
  const half = Math.ceil(members.length / 2);
  return [
    ...(await applyInHalves(batch, members.slice(0, half), patience)),
    ...(await applyInHalves(batch, members.slice(half), patience)),
  ];
}

/** Why these could not be applied together; null when they were. What took too long is tried several times. */
async function failureOf(
  batch: Batch,
  members: readonly Member[],
  tries: number,
): Promise<{ readonly error: unknown } | null> {
  const trial: Batch = { ...batch, events: [], jobs: [] };
  try {
    await savepoint(batch.tx, () => applyMembers(trial, members));
    batch.events.push(...trial.events);
    batch.jobs.push(...trial.jobs);
    return null;
  } catch (error) {
    if (isStatementTimeout(error)) {
      return tries > 1 ? failureOf(batch, members, tries - 1) : { error };
    }
    if (!isDataError(error)) throw error;
    return { error };
  }
}

function parkedOf({ workspaceId }: Batch, member: Member, why: Why): Parked {
  const { position, receivedAt, hint, channelId, raw } = member;
  return { position, receivedAt, hint, workspaceId, channelId, ...why, member: raw };
}
