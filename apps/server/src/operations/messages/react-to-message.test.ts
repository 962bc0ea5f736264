import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { idOf } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import { accepted, rejected } from "../../workers/sender/testing/fake-gateway.ts";
import { type SendingWorld, sendingWorld } from "../../workers/sender/testing/sending-world.ts";
import { reactToMessage } from "./react-to-message.ts";

describe("a reaction that the channel refuses", () => {
  it("is taken back", async () => {
    await using world = await sendingWorld();
    world.gateway.answer = () => rejected({ kind: "give-up" }, 131_026);
    await react(world, "👍");
    world.start();
    await world.until("it is taken back", async () => (await shown(world)) === "");
  });

  it("leaves the one that has taken its place", async () => {
    await using world = await sendingWorld();
    world.gateway.answer = ({ outgoing }) =>
      outgoing.kind === "reaction" && outgoing.emoji === "👍"
        ? rejected({ kind: "give-up" }, 131_026)
        : accepted("wamid.reaction");
    await react(world, "👍");
    await react(world, "❤️");
    world.start();
    await world.until("both are settled", async () =>
      (await world.sends()).every(({ state }) => state === "accepted" || state === "rejected"),
    );
    assert.equal(await shown(world), "❤️");
  });

  async function react(world: SendingWorld, emoji: string): Promise<void> {
    const wish = { messageId: idOf<"message">(world.messageId), emoji };
    assert.deepEqual(await reactToMessage(world.app, world.member, wish), { done: true });
  }

  async function shown(world: SendingWorld): Promise<string | undefined> {
    const { rows } = await world.in((tx) =>
      sql<{ emoji: string }>`
        select emoji from reactions
         where message_id = ${world.messageId} and by = 'business'`.execute(tx),
    );
    return rows[0]?.emoji;
  }
});
