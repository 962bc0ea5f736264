import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { SatisfactionSettings } from "@galka/core/satisfaction/settings";
import type { Tx } from "@galka/postgres/database";
import type { Thread } from "@galka/postgres/stores/receiving/threads";
import type { SatisfactionRequest } from "@galka/postgres/stores/satisfaction/requests";
import type { App } from "../../app.ts";
import type { DraftWish } from "../messages/find-draft.ts";
import { type Queued, type QueueRefused, queueMessage } from "../messages/queue-message.ts";

/** A closing that is looked at, with its conversation and itself locked. */
export type AskingDesk = {
  readonly app: App;
  readonly tx: Tx;
  readonly workspaceId: WorkspaceId;
  readonly now: Date;
  readonly thread: Thread;
  readonly request: SatisfactionRequest;
  readonly settings: SatisfactionSettings;
};

/** Puts what Galka says by itself on the way that every message goes; it answers for nobody and opens nothing again. */
export function sayBySystem(desk: AskingDesk, draft: DraftWish): Promise<Queued | QueueRefused> {
  const { app, tx, workspaceId, thread } = desk;
  const author = { by: "system", part: "satisfaction" } as const;
  return queueMessage(
    { app, tx, workspaceId, thread, author },
    { clientId: app.ids.next(), draft },
  );
}
