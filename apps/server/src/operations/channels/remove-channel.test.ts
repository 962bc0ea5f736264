import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { idOf } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import { fakeAccounts } from "../../http/testing/fake-accounts.ts";
import { rejected } from "../../workers/sender/testing/fake-gateway.ts";
import { type SendingWorld, sendingWorld } from "../../workers/sender/testing/sending-world.ts";
import { reactToMessage } from "../messages/react-to-message.ts";
import { removeChannel } from "./remove-channel.ts";

describe("removeChannel", () => {
  it("cancels what waits to be sent, and says so on each message", async () => {
    await using world = await sendingWorld();
    const id = await world.say("too late");
    await reactToMessage(world.app, world.member, {
      messageId: idOf(world.messageId),
      emoji: "👍",
    });
    const accounts = fakeAccounts();
    assert.deepEqual(await remove(world, accounts), { done: true, unsubscribed: true });
    const { status, failure } = await world.message(id);
    assert.equal(status, "failed");
    assert.match(JSON.stringify(failure), /The number was disconnected/);
    assert.deepEqual(await emojis(world), [""]);
    assert.deepEqual(await states(world), ["cancelled", "cancelled"]);
    assert.deepEqual(accounts.done, ["unsubscribe account"]);
    assert.deepEqual(await lastEvent(world), ["channel-changed", "message-changed"]);
  });

  it("cancels what comes back from its way", async () => {
    await using world = await sendingWorld();
    const answer = Promise.withResolvers<void>();
    world.gateway.answer = async () => {
      await answer.promise;
      return rejected({ kind: "retry-after", ms: 0 });
    };
    world.start();
    const id = await world.say("on its way");
    await world.until("it is on its way", () => world.gateway.calls.length === 1);
    await remove(world);
    answer.resolve();
    await world.until("it failed", async () => (await world.message(id)).status === "failed");
    assert.deepEqual(await states(world), ["cancelled"]);
    assert.equal(world.gateway.calls.length, 1);
  });

  it("tells when Meta could not be told, and disconnects all the same", async () => {
    await using world = await sendingWorld();
    const accounts = fakeAccounts();
    const refusal = { refused: "token-invalid", reason: "expired" } as const;
    const removed = await remove(world, { ...accounts, unsubscribe: async () => refusal });
    assert.deepEqual(removed, { done: true, unsubscribed: false });
  });

  function remove(world: SendingWorld, accounts = fakeAccounts()) {
    return removeChannel(world.app, world.member, world.channelId, accounts);
  }

  async function states(world: SendingWorld): Promise<string[]> {
    return (await world.sends()).map(({ state }) => state);
  }

  async function emojis(world: SendingWorld): Promise<string[]> {
    const { rows } = await world.in((tx) =>
      sql<{ emoji: string }>`select emoji from reactions`.execute(tx),
    );
    return rows.map(({ emoji }) => emoji);
  }

  /** The kinds of what was told last. */
  async function lastEvent(world: SendingWorld): Promise<string[]> {
    const { rows } = await world.in((tx) =>
      sql<{ kind: string }>`select kind from events order by seq desc limit 2`.execute(tx),
    );
    return rows.map(({ kind }) => kind);
  }
});
