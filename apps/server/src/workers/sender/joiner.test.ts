import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { IncomingStatus } from "@galka/core/messages/incoming";
import { keepOrphans } from "@galka/postgres/stores/receiving/orphans";
import { accepted } from "./testing/fake-gateway.ts";
import { type SendingWorld, sendingWorld } from "./testing/sending-world.ts";

describe("what is reported of a message before it is known", () => {
  it("is joined with it as soon as its answer is written down", async () => {
    await using world = await sendingWorld();
    world.gateway.answer = async () => {
      await report(world, "wamid.a", "delivered");
      return accepted("wamid.a");
    };
    world.start();
    const id = await world.say("Hola");
    await world.until("it is delivered", async () => {
      return (await world.message(id)).status === "delivered";
    });
    assert.equal((await world.sends())[0]?.state, "accepted");
  });

  it("is joined by the next owner when one ended between the record and the joining", async () => {
    await using world = await sendingWorld();
    const first = world.start();
    const id = await world.say("Hola");
    await world.until("it is accepted", async () => {
      return (await world.message(id)).status === "accepted";
    });
    await first[Symbol.asyncDispose]();
    // As whoever applied it left it: it had looked before the message was known.
    await report(world, "wamid.1", "read");
    world.start();
    await world.say("Still there?");
    await world.until("it is read", async () => (await world.message(id)).status === "read");
  });
});

function report(
  world: SendingWorld,
  wamid: string,
  status: IncomingStatus["status"],
): Promise<void> {
  const { workspaceId, channelId } = world;
  const detail: IncomingStatus = {
    kind: "status",
    wamid,
    status,
    at: new Date(),
    tag: null,
    failure: null,
    stopsChannel: false,
    stopsMarketing: false,
  };
  const orphan = { channelId, wamid, what: status, at: detail.at, detail };
  return world.in((tx) => keepOrphans(tx, workspaceId, [orphan]));
}
