import type { ChannelId } from "@galka/core/kernel/ids";
import { idOf } from "@galka/core/kernel/ids";
import { inWorkspace } from "@galka/postgres/database";
import { findSealedSecrets } from "@galka/postgres/stores/channel-connections";
import { findDirectoryEntry } from "@galka/postgres/stores/channel-directory";
import type { App } from "../../app.ts";
import { openChannelSecrets } from "../../secrets/channel-secrets.ts";

/** What a webhook is checked with. */
export type WebhookSecrets = { readonly appSecret: string; readonly verifyToken: string };

export type SecretsCache = {
  /** Null when there is no such channel. `freshOnly` asks the database unless it was asked a moment ago. */
  find(channelId: string, freshOnly?: boolean): Promise<WebhookSecrets | null>;
};

const KEPT_MS = 30_000;
/** A bad signature asks again, in case the secret was just changed; floods of bad ones ask no more often than this. */
const MOMENT_MS = 1_000;
const MOST = 20_000;

type Entry = { readonly secrets: Promise<WebhookSecrets | null>; readonly atMs: number };

/** The secrets of the channels, kept open in memory for half a minute. */
export function openSecretsCache(app: App, steadyMs: () => number): SecretsCache {
  const entries = new Map<string, Entry>();

  return {
    find(channelId, freshOnly = false) {
      const nowMs = steadyMs();
      const known = entries.get(channelId);
      if (known && nowMs - known.atMs < (freshOnly ? MOMENT_MS : KEPT_MS)) return known.secrets;

      if (entries.size > MOST) entries.clear();
      const secrets = load(app, idOf(channelId));
      entries.set(channelId, { secrets, atMs: nowMs });
      // A failure is told to whoever asked and not remembered.
      secrets.catch(() => entries.delete(channelId));
      return secrets;
    },
  };
}

async function load(app: App, channelId: ChannelId): Promise<WebhookSecrets | null> {
  const entry = await findDirectoryEntry(app.db, channelId);
  if (!entry) return null;
  const sealed = await inWorkspace(app.db, entry.workspaceId, (tx) =>
    findSealedSecrets(tx, entry.workspaceId, channelId),
  );
  return sealed ? openChannelSecrets(app.sealer, channelId, sealed) : null;
}
