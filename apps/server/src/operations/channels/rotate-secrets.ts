import { inWorkspace } from "@galka/postgres/database";
import { lockSealedSecrets, updateConnection } from "@galka/postgres/stores/channel-connections";
import { listDirectory } from "@galka/postgres/stores/channel-directory";
import type { App } from "../../app.ts";
import { resealPushKeys } from "../push/push-keys.ts";
import { openChannelSecrets, sealChannelSecrets } from "../../secrets/channel-secrets.ts";

/**
 * Seals the secrets of every connected number again, with the first key of the
 * ring, and answers how many there were.
 *
 * Each number is a transaction of its own, so a run that was cut off is simply
 * repeated. Afterwards the other keys open nothing that is still in use.
 *
 * @throws SealBrokenError when a number was sealed with a key that is not in the ring.
 */
export async function rotateSecrets({ db, sealer }: Pick<App, "db" | "sealer">): Promise<number> {
  const numbers = await listDirectory(db);
  for (const { workspaceId, channelId } of numbers) {
    await inWorkspace(db, workspaceId, async (tx) => {
      const sealed = await lockSealedSecrets(tx, workspaceId, channelId);
      if (!sealed) return;
      const open = openChannelSecrets(sealer, channelId, sealed);
      const secrets = sealChannelSecrets(sealer, channelId, open);
      await updateConnection(tx, workspaceId, channelId, { secrets });
    });
  }
  await resealPushKeys({ db, sealer });
  return numbers.length;
}
