import assert from "node:assert/strict";
import { it, mock } from "node:test";
import { rightOfWayOf } from "../../right-of-way.ts";
import { startSender } from "./sender.ts";
import { accepted } from "./testing/fake-gateway.ts";
import { queueCampaign } from "./testing/queue-campaign.ts";
import { sendingWorld } from "./testing/sending-world.ts";

it("a campaign begins nothing while somebody waits, and what a member writes goes out", async () => {
  await using world = await sendingWorld();
  const { promise: nobodyWaits, resolve: letGo } = Promise.withResolvers<void>();
  const { mock: asked } = mock.method(rightOfWayOf(world.app), "give", () => nobodyWaits);
  await queueCampaign(world, "News", world.conversationId);
  await using house = new AsyncDisposableStack();
  house.use(startSender(world.app, { settings: { pollMs: 25 } }));
  await world.until("the campaign has asked", () => asked.callCount() > 0);
  await world.say("Hola", await world.conversation());
  await world.until("the answer is out", () => texts().includes("Hola"));
  assert.deepEqual(texts(), ["Hola"]);
  letGo();
  await world.until("the campaign is out", () => texts().includes("News"));

  function texts(): string[] {
    return world.gateway.calls.map(({ text }) => text);
  }
});

it("what a member writes has the right of way until it is answered", async () => {
  await using world = await sendingWorld();
  let held = 0;
  mock.method(rightOfWayOf(world.app), "take", async (work: () => Promise<unknown>) => {
    held += 1;
    return work().finally(() => (held -= 1));
  });
  const whenSent: number[] = [];
  world.gateway.answer = ({ text }) => {
    whenSent.push(held);
    return accepted(`wamid.${text}`);
  };
  await using house = new AsyncDisposableStack();
  house.use(startSender(world.app, { settings: { pollMs: 25 } }));
  await world.say("Hola");
  await world.until("it is out", () => whenSent.length === 1);
  assert.ok((whenSent[0] ?? 0) > 0);
  await world.until("nobody waits any more", () => held === 0);
  await queueCampaign(world, "News", await world.conversation());
  await world.until("the campaign is out", () => whenSent.length === 2);
  assert.equal(whenSent[1], 0);
});
