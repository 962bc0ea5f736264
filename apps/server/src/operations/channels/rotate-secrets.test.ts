import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type ChannelId, idOf } from "@galka/core/kernel/ids";
import { inWorkspace } from "@galka/postgres/database";
import {
  claimNumber,
  findSealedSecrets,
  updateConnection,
} from "@galka/postgres/stores/channel-connections";
import { freshDatabase } from "@galka/postgres/testing/fresh-database";
import { seedWorkspace } from "@galka/postgres/testing/seed";
import { aesSealer } from "../../secrets/aes-sealer.ts";
import { openChannelSecrets, sealChannelSecrets } from "../../secrets/channel-secrets.ts";
import { parseKeyRing } from "../../secrets/key-ring.ts";
import { SealBrokenError } from "../../secrets/sealer.ts";
import { rotateSecrets } from "./rotate-secrets.ts";

const OLD = Buffer.alloc(32, "an old fake key").toString("base64");
const FRESH = Buffer.alloc(32, "a fresh fake key").toString("base64");
const SECRETS = { accessToken: "fake-token", appSecret: "fake-secret", verifyToken: "fake-word" };

describe("rotateSecrets", () => {
  it("seals every number with the first key, so that the old one can be taken away", async () => {
    await using world = await numberSealedWith(OLD);
    const { db } = world;

    const count = await rotateSecrets({ db, sealer: aesSealer(parseKeyRing(`${FRESH},${OLD}`)) });

    assert.equal(count, 1);
    const fresh = aesSealer(parseKeyRing(FRESH));
    assert.deepEqual(openChannelSecrets(fresh, world.channelId, await world.sealed()), SECRETS);
  });

  it("changes nothing when the key it was sealed with is missing", async () => {
    await using world = await numberSealedWith(OLD);
    const before = await world.sealed();
    const sealer = aesSealer(parseKeyRing(FRESH));

    await assert.rejects(rotateSecrets({ db: world.db, sealer }), SealBrokenError);
    assert.deepEqual(await world.sealed(), before);
  });
});

async function numberSealedWith(key: string) {
  const fresh = await freshDatabase();
  const workspaceId = await fresh.workspace();
  const seeded = await seedWorkspace(fresh.db, workspaceId);
  const channelId: ChannelId = idOf(seeded.channelId);
  await inWorkspace(fresh.db, workspaceId, async (tx) => {
    const secrets = sealChannelSecrets(aesSealer(parseKeyRing(key)), channelId, SECRETS);
    await updateConnection(tx, workspaceId, channelId, { secrets });
    await claimNumber(tx, workspaceId, { id: channelId, phoneNumberId: "1001", wabaId: "2002" });
  });
  return {
    db: fresh.db,
    channelId,
    async sealed(): Promise<Uint8Array> {
      const found = await inWorkspace(fresh.db, workspaceId, (tx) =>
        findSealedSecrets(tx, workspaceId, channelId),
      );
      assert.ok(found);
      return found;
    },
    [Symbol.asyncDispose]: () => fresh[Symbol.asyncDispose](),
  };
}
