import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { sendingWorld } from "../workers/sender/testing/sending-world.ts";
import { forwardTyping } from "./forward-typing.ts";

describe("forwardTyping", () => {
  it("shows it once in 25 seconds, for each conversation by itself", async () => {
    await using world = await sendingWorld();
    const shown: string[] = [];
    const forward = forwardTyping(world.app, async (_app, _member, id) => void shown.push(id));
    forward(world.member, "one");
    forward(world.member, null);
    forward(world.member, "one");
    forward(world.member, "two");
    world.advance(24_999);
    forward(world.member, "one");
    world.advance(1);
    forward(world.member, "one");
    assert.deepEqual(shown, ["one", "two", "one"]);
  });
});
