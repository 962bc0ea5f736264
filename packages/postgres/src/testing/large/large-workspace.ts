import type { WorkspaceId } from "@galka/core/kernel/ids";

export type LargeWorkspace = {
  readonly workspaceId: WorkspaceId;
  /** A number of the workspace that is already there; most conversations are on it. */
  readonly channelId: string;
  readonly conversations: number;
  /** Two years that end here. */
  readonly until: Date;
};

/** How many messages a conversation has on average. */
export const MESSAGES_EACH = 10;
export const MEMBERS = 200;
