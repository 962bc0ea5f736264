import assert from "node:assert/strict";
import { once } from "node:events";
import { after, before, describe, it } from "node:test";
import { type ServerMessage, serverMessage } from "@galka/contract/events";
import { type Seeded, addMessage, seedWorkspace } from "@galka/postgres/testing/seed";
import type { WebSocket } from "ws";
import { type Somebody, type World, startWorld } from "./testing/world.ts";

describe("the realtime socket", () => {
  let world: World;
  let ana: Somebody;
  let ids: Seeded;

  before(async () => {
    world = await startWorld();
    ana = await world.somebody("Ana");
    ids = await seedWorkspace(world.app.db, ana.workspaceId);
  });
  after(() => world[Symbol.asyncDispose]());

  it("tells what is written, with the thing as it is", async () => {
    await using socket = await open(ana.cookie);
    socket.say({ type: "hello", since: null });
    const welcome = await socket.next("welcome");
    const id = await write("How are you?");
    const events = await socket.events(welcome.seq + 1);
    const added = events.find((it) => it.kind === "message-added");
    assert.ok(added?.kind === "message-added");
    assert.equal(added.message.id, id);
    assert.equal(added.conversation.lastMessage?.id, id);
  });

  it("sends a client that comes back what it missed", async () => {
    const before = (await snapshot()).seq;
    await write("While you were away");
    await write("And this");
    await using socket = await open(ana.cookie);
    socket.say({ type: "hello", since: before });
    assert.equal((await socket.next("welcome")).seq, before);
    const events = await socket.events(before + 2);
    assert.deepEqual(
      events.map((it) => it.seq),
      [before + 1, before + 2],
    );
  });

  it("sends a client that is too far behind back to the snapshot", async () => {
    await using socket = await open(ana.cookie);
    socket.say({ type: "hello", since: 1_000_000 });
    await socket.next("resync");
    assert.equal((await socket.next("welcome")).seq, (await snapshot()).seq);
  });

  it("says who is here and who types", async () => {
    await using one = await open(ana.cookie);
    one.say({ type: "hello", since: null });
    await one.next("welcome");
    one.say({ type: "typing", conversationId: ids.conversationId });
    const { presence } = await one.until(
      (it) => it.type === "presence" && it.presence.some((who) => who.typing !== null),
    );
    assert.deepEqual(presence, [
      { memberId: ana.memberId, name: "Ana", viewing: null, typing: ids.conversationId },
    ]);
  });

  it("tells nothing of another workspace", async () => {
    const mallory = await world.somebody("Mallory");
    await using socket = await open(mallory.cookie);
    socket.say({ type: "hello", since: null });
    await socket.next("welcome");
    await write("Not for Mallory");
    socket.say({ type: "ping" });
    await socket.next("pong");
    assert.deepEqual(
      socket.heard.filter((it) => it.type === "events"),
      [],
    );
  });

  it("tells a page whose session has ended meanwhile, and hears nothing from it", async () => {
    const heard: unknown[] = [];
    const closed = Promise.withResolvers<number>();
    const onInit = (socket: WebSocket) => {
      socket.on("message", (data) => heard.push(data));
      socket.on("close", closed.resolve);
    };
    const socket = await world.server.injectWS("/api/v1/realtime", {}, { onInit });
    socket.send(JSON.stringify({ type: "hello", since: null }));
    assert.equal(await closed.promise, 4401);
    assert.deepEqual(heard, []);
  });

  it("opens for no other site's page", async () => {
    const headers = { cookie: ana.cookie, origin: "https://evil.test" };
    await assert.rejects(world.server.injectWS("/api/v1/realtime", { headers }));
  });

  it("closes when the session ends", async () => {
    const { email } = ana;
    const again = await world.signIn.withPassword(email, "correct horse 1", new Headers());
    const cookie = (again?.cookies ?? []).map((it) => it.split(";")[0]).join("; ");
    await using socket = await open(cookie);
    socket.say({ type: "hello", since: null });
    await socket.next("welcome");
    const closed = once(socket.raw, "close");
    await world.server.inject({ method: "POST", url: "/api/v1/sign-out", headers: { cookie } });
    assert.equal((await closed)[0], 4401);
  });

  it("closes on what it does not understand", async () => {
    await using socket = await open(ana.cookie);
    const closed = once(socket.raw, "close");
    socket.raw.send("{}");
    assert.equal((await closed)[0], 1003);
  });

  async function write(text: string): Promise<string> {
    const content = { kind: "text", text } as const;
    const id = await addMessage(world.app.db, ana.workspaceId, { ...ids, at: new Date(), content });
    world.app.wake.tell("events", ana.workspaceId);
    return id;
  }

  async function snapshot() {
    const headers = { cookie: ana.cookie };
    return (await world.server.inject({ url: "/api/v1/snapshot", headers })).json();
  }

  async function open(cookie: string) {
    const raw = await world.server.injectWS("/api/v1/realtime", { headers: { cookie } });
    return listenTo(raw);
  }
});

function listenTo(raw: WebSocket) {
  const heard: ServerMessage[] = [];
  const waiting = new Set<() => void>();
  raw.on("message", (data: Buffer) => {
    heard.push(serverMessage.parse(JSON.parse(data.toString())));
    for (const look of waiting) look();
  });

  function until<T extends ServerMessage>(fits: (it: ServerMessage) => it is T): Promise<T>;
  function until(
    fits: (it: ServerMessage) => boolean,
  ): Promise<ServerMessage & { presence: unknown }>;
  function until(fits: (it: ServerMessage) => boolean): Promise<ServerMessage> {
    return new Promise((resolve) => {
      const look = () => {
        const found = heard.find(fits);
        if (!found) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  }

  return {
    raw,
    heard,
    until,
    say: (message: object) => raw.send(JSON.stringify(message)),
    next: <Type extends ServerMessage["type"]>(type: Type) =>
      until((it): it is Extract<ServerMessage, { type: Type }> => it.type === type),
    /** Everything that was told, once the event `seq` was. */
    async events(seq: number) {
      await until((it) => it.type === "events" && it.events.some((event) => event.seq === seq));
      return heard.flatMap((it) => (it.type === "events" ? it.events : []));
    },
    async [Symbol.asyncDispose]() {
      raw.terminate();
    },
  };
}
