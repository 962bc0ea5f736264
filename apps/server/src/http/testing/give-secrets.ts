import { type WorkspaceId, idOf } from "@galka/core/kernel/ids";
import { inWorkspace } from "@galka/postgres/database";
import { updateConnection } from "@galka/postgres/stores/channel-connections";
import { sealChannelSecrets } from "../../secrets/channel-secrets.ts";
import type { World } from "./world.ts";

/** Secrets that open: whoever examines a seeded channel, or changes its profile, needs them. */
export async function giveSecrets(
  { app }: World,
  workspaceId: WorkspaceId,
  seeded: { readonly channelId: string },
): Promise<void> {
  const channelId = idOf<"channel">(seeded.channelId);
  const secrets = sealChannelSecrets(app.sealer, channelId, {
    accessToken: "fake-token-for-tests",
    appSecret: "fake-secret-for-tests",
    verifyToken: "fake-verify-token",
  });
  await inWorkspace(app.db, workspaceId, (tx) =>
    updateConnection(tx, workspaceId, channelId, { secrets }),
  );
}
