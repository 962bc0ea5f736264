import assert from "node:assert/strict";
import { RefusedError, UnreachableError } from "@galka/contract/client";
import { describe, it } from "vitest";
import { NOON, text } from "../testing/builders.ts";
import { Outbox, type OutboxWorld } from "./outbox.ts";
import type { OutboxEntry } from "./outbox-entry.ts";

describe("Outbox", () => {
  it("hands a message over once and keeps it until its event is here", async () => {
    const { outbox, sent } = world(() => Promise.resolve());
    outbox.add(entry("a"));
    await settled();
    assert.deepEqual(sent, ["a"]);
    assert.equal(outbox.entries.get()[0]?.state, "taken");
    outbox.settled(new Set(["a"]));
    assert.deepEqual(outbox.entries.get(), []);
  });

  it("waits while nobody can be reached and repeats with the same client id", async () => {
    let online = false;
    const { outbox, sent } = world(() =>
      online ? Promise.resolve() : Promise.reject(new UnreachableError("away")),
    );
    outbox.add(entry("a"));
    outbox.add(entry("b"));
    await settled();
    assert.deepEqual(sent, ["a"]);
    assert.deepEqual(states(outbox), ["waiting", "waiting"]);

    online = true;
    outbox.flush();
    await settled();
    assert.deepEqual(sent, ["a", "a", "b"]);
    assert.deepEqual(states(outbox), ["taken", "taken"]);
  });

  it("keeps what the server refuses, with the reason, until the member decides", async () => {
    const refusal = { refused: "window-closed" as const, message: "closed" };
    const { outbox } = world(() => Promise.reject(new RefusedError(409, refusal)));
    outbox.add(entry("a"));
    await settled();
    assert.deepEqual(outbox.entries.get()[0]?.refused, "window-closed");
    outbox.discard("a");
    assert.deepEqual(outbox.entries.get(), []);
  });

  it("survives a reload: what was under way is handed over again", async () => {
    const storage = memory();
    const first = world(() => new Promise(() => undefined), storage);
    first.outbox.add(entry("a"));
    await settled();

    const second = world(() => Promise.resolve(), storage);
    assert.deepEqual(states(second.outbox), ["waiting"]);
    second.outbox.flush();
    await settled();
    assert.deepEqual(second.sent, ["a"]);
  });
});

function world(send: OutboxWorld["send"], storage = memory()) {
  const sent: string[] = [];
  const outbox = new Outbox({
    send: (it) => {
      sent.push(it.clientId);
      return send(it);
    },
    storage,
    onUnreachable: () => undefined,
  });
  return { outbox, sent };
}

function entry(clientId: string): Omit<OutboxEntry, "state" | "refused"> {
  return {
    clientId,
    conversationId: "conversation-1",
    draft: { kind: "text", text: "Hi" },
    content: text("Hi"),
    files: [],
    replyTo: null,
    at: NOON,
  };
}

function states(outbox: Outbox): readonly string[] {
  return outbox.entries.get().map(({ state }) => state);
}

function memory(): Pick<Storage, "getItem" | "setItem"> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  };
}

/** Lets everything that is only waiting for promises run. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
