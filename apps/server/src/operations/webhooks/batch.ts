import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Incoming } from "@galka/core/messages/incoming";
import type { Tx } from "@galka/postgres/database";
import type { Job } from "@galka/postgres/jobs/enqueue";
import type { NewEvent } from "@galka/postgres/stores/events";
import type { App } from "../../app.ts";
import type { WakeTopic } from "../../wake.ts";

/** One thing of one webhook, with the number it is about. */
export type Member<Told extends Incoming = Incoming> = {
  readonly position: number;
  readonly receivedAt: Date;
  readonly hint: string;
  /** The number it is about. */
  readonly channelId: string;
  /** All numbers of its account here: what is said of the account is said of each. */
  readonly accountChannelIds: readonly string[];
  readonly incoming: Told;
  readonly raw: unknown;
};

/** A workspace's share of a batch while it is applied: where it writes, and what is to be told afterwards. */
export type Batch = {
  readonly app: App;
  readonly tx: Tx;
  readonly workspaceId: WorkspaceId;
  readonly now: Date;
  readonly events: NewEvent[];
  readonly jobs: Job[];
  /** Who else has something to look at once it is committed. */
  readonly hints: Set<WakeTopic>;
};

/** A share with nothing in it yet. */
export function openBatch(app: App, tx: Tx, workspaceId: WorkspaceId, now: Date): Batch {
  return { app, tx, workspaceId, now, events: [], jobs: [], hints: new Set() };
}

type OfKind<Kind extends Incoming["kind"]> = Extract<Incoming, { readonly kind: Kind }>;

export function ofKind<Kind extends Incoming["kind"]>(
  members: readonly Member[],
  kind: Kind,
): Member<OfKind<Kind>>[] {
  return members.filter((member): member is Member<OfKind<Kind>> => member.incoming.kind === kind);
}
