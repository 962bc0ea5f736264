import type { WorkspaceId } from "@galka/core/kernel/ids";
import { savepoint } from "@galka/postgres/savepoint";
import { isDataError } from "@galka/postgres/data-error";
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
 * whole round is tried again.
 */
export async function applyOrPark(batch: Batch, members: readonly Member[]): Promise<Parked[]> {
  const parked: Parked[] = [];
  const others: Member[] = [];
  for (const member of members) {
    const why = whyNot(member);
    if (why) parked.push(parkedOf(batch, member, why));
    else others.push(member);
  }
  return [...parked, ...(await applyInHalves(batch, others))];
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

async function applyInHalves(batch: Batch, members: readonly Member[]): Promise<Parked[]> {
  const [first] = members;
  if (!first) return [];
  const trial: Batch = { ...batch, events: [], jobs: [] };
  try {
    await savepoint(batch.tx, () => applyMembers(trial, members));
    batch.events.push(...trial.events);
    batch.jobs.push(...trial.jobs);
    return [];
  } catch (error) {
    if (!isDataError(error)) throw error;
    if (members.length === 1) {
      const detail = error instanceof Error ? error.message : String(error);
      batch.app.log.warn({ position: first.position, detail }, "A member of a webhook was parked");
      return [parkedOf(batch, first, { reason: "failed", detail })];
    }
    const half = Math.ceil(members.length / 2);
    return [
      ...(await applyInHalves(batch, members.slice(0, half))),
      ...(await applyInHalves(batch, members.slice(half))),
    ];
  }
}

function parkedOf({ workspaceId }: Batch, member: Member, why: Why): Parked {
  const { position, receivedAt, hint, channelId, raw } = member;
  return { position, receivedAt, hint, workspaceId, channelId, ...why, member: raw };
}
