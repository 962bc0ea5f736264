import type { ChannelId } from "@galka/core/kernel/ids";
import { z } from "zod";
import type { Sealer } from "./sealer.ts";

const schema = z.object({
  accessToken: z.string(),
  appSecret: z.string(),
  verifyToken: z.string(),
});

/** What a number is connected with. Open in memory only; the database has it sealed. */
export type ChannelSecrets = z.infer<typeof schema>;

export function sealChannelSecrets(
  sealer: Sealer,
  channelId: ChannelId,
  secrets: ChannelSecrets,
): Uint8Array {
  return sealer.seal(JSON.stringify(secrets), contextOf(channelId));
}

/** Throws `SealBrokenError` when the key is not known here or the row is not this channel's. */
export function openChannelSecrets(
  sealer: Sealer,
  channelId: ChannelId,
  sealed: Uint8Array,
): ChannelSecrets {
  return schema.parse(JSON.parse(sealer.open(sealed, contextOf(channelId))));
}

function contextOf(channelId: ChannelId): string {
  return `channel:${channelId}`;
}
