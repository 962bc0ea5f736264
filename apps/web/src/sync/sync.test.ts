import assert from "node:assert/strict";
import type { ServerMessage } from "@galka/contract/events";
import { afterEach, describe, it } from "vitest";
import { conversation, message, minutesBefore, NOON } from "../testing/builders.ts";
import { fakeServer } from "../testing/fake-server.ts";
import { FakeSocket } from "../testing/fake-socket.ts";
import { Sync } from "./sync.ts";

let running: Sync | null = null;

describe("Sync", () => {
  afterEach(() => running?.stop());

  it("starts from a snapshot and says where it is", async () => {
    const { sync, sockets } = await start();
    assert.equal(sync.workspace.get()?.seq, 10);
    assert.deepEqual(sockets[0]?.said[0], { type: "hello", since: 10 });
    sockets[0]?.hears(welcome());
    assert.equal(sync.live.get().status, "online");
  });

  it("tells every event once", async () => {
    const { sync, sockets } = await start();
    const heard: number[] = [];
    sync.onEvent(({ seq }) => heard.push(seq));
    sockets[0]?.hears(events(11));
    sockets[0]?.hears(events(11));
    assert.deepEqual(heard, [11]);
  });

  it("asks for what is missing when there is a hole", async () => {
    const { sockets } = await start();
    sockets[0]?.hears(events(13));
    assert.deepEqual(sockets[0]?.said.at(-1), { type: "hello", since: 10 });
  });

  it("fetches a snapshot when the events are gone", async () => {
    const { server, sockets } = await start();
    sockets[0]?.hears({ type: "resync" });
    await settled();
    assert.equal(server.calls.filter(({ name }) => name === "getSnapshot").length, 2);
    assert.deepEqual(sockets[0]?.said.at(-1), { type: "hello", since: 10 });
  });

  it("tells that it leapt over events only when it did", async () => {
    const { sync, sockets } = await start();
    let leaps = 0;
    sync.onLeap(() => (leaps += 1));
    sockets[0]?.hears(events(11));
    assert.equal(leaps, 0);
    sockets[0]?.hears({ type: "resync" });
    await settled();
    assert.equal(leaps, 1);
  });

  it("is offline when the line is lost and signed out when the session has ended", async () => {
    const { sync, sockets, signedOut } = await start();
    sockets[0]?.hears(welcome());
    sockets[0]?.ends(1006);
    assert.equal(sync.live.get().status, "offline");
    assert.equal(signedOut(), 0);

    const other = await start();
    other.sockets[0]?.ends(4401);
    assert.equal(other.signedOut(), 1);
  });
});

async function start() {
  const server = fakeServer();
  const sockets: FakeSocket[] = [];
  let signedOut = 0;
  const sync = new Sync({
    api: server.api,
    open: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket.asWebSocket();
    },
    random: () => 0,
    storage: null,
    onSignedOut: () => {
      signedOut += 1;
    },
  });
  running?.stop();
  running = sync;
  sync.start();
  await settled();
  sockets[0]?.opens();
  return { sync, server, sockets, signedOut: () => signedOut };
}

function welcome(): ServerMessage {
  return { type: "welcome", seq: 10, now: NOON, version: "0.1.0", presence: [] };
}

function events(seq: number): ServerMessage {
  const added = message({ id: `message-${seq}`, at: minutesBefore(1) });
  return {
    type: "events",
    events: [{ kind: "message-added", seq, message: added, conversation: conversation() }],
  };
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
}
