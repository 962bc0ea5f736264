import type { ClientMessage, PresenceJson } from "@galka/contract/events";
import { type WorkspaceId, idOf } from "@galka/core/kernel/ids";
import type { App } from "../app.ts";
import { forgetOldEvents, readLastSeq } from "../operations/events/read-events.ts";
import { listEndedSessions } from "../operations/workspace/list-ended-sessions.ts";
import { noteMembersSeen } from "../operations/work/set-availability.ts";
import { receivesTogether } from "./arrivals.ts";
import type { CloseReason, Connection } from "./connection.ts";
import { type Elsewhere, keepElsewhere, together } from "./elsewhere.ts";
import { keepPresence } from "./presence.ts";
import type { RealtimeOptions } from "./realtime.ts";
import { type ForwardTyping, forwardTyping } from "./forward-typing.ts";
import { tellEvents } from "./tell-events.ts";
import { type Watch, watchFrom } from "./watch.ts";

/** So few are told at once. */
const FEW = 10;
const LONGEST_PRESENCE_MS = 2_000;

/** The connections of this process, and one reader for each workspace that any of them watches. */
export class Hub {
  readonly #app: App;
  readonly #options: RealtimeOptions;
  readonly #watches = new Map<string, Promise<Watch>>();
  readonly #homes = new Map<Connection, Watch>();
  readonly #presence = keepPresence();
  readonly #presenceWaits = new Set<Watch>();
  readonly #elsewhere: Elsewhere;
  readonly #forwardTyping: ForwardTyping;
  readonly #receive: ReturnType<typeof receivesTogether>;

  constructor(app: App, options: RealtimeOptions) {
    this.#app = app;
    this.#options = options;
    this.#forwardTyping = forwardTyping(app);
    this.#elsewhere = keepElsewhere({
      wake: app.wake,
      self: app.ids.next(),
      workspaces: () => this.#watches.keys(),
      here: (workspaceId) => this.#hereIn(workspaceId),
      onChanged: (workspaceId) => void this.#tellPresenceOf(workspaceId),
    });
    this.#receive = receivesTogether(app);
  }

  async hear(connection: Connection, message: ClientMessage): Promise<void> {
    switch (message.type) {
      case "hello":
        return this.#welcome(connection, message.since);
      case "ping":
        return connection.send({ type: "pong" });
      case "viewing":
        this.#presence.update(connection, { viewing: message.conversationId });
        break;
      case "typing":
        this.#presence.update(connection, { typing: message.conversationId });
        this.#forwardTyping(connection.member, message.conversationId);
    }
    const watch = this.#homes.get(connection);
    if (!watch) return;
    this.#noteFor(connection);
    this.#tellPresence(watch);
  }

  #noteFor({ member }: Connection): void {
    this.#elsewhere.note(member.workspaceId, member.id);
  }

  /** Who is connected to this process. */
  #hereIn(workspaceId: string): readonly PresenceJson[] {
    const own = [...this.#homes.keys()].filter(({ member }) => member.workspaceId === workspaceId);
    return this.#presence.of(own);
  }

  async #welcome(connection: Connection, asked: number | null): Promise<void> {
    const { workspaceId } = connection.member;
    const watch = await this.#watchOf(workspaceId);
    const received = await this.#receive({ member: connection.member, since: asked });
    if (asked !== null && received.since === null) connection.send({ type: "resync" });

    const since = received.since ?? received.last;
    this.#presence.enter(connection);
    this.#homes.set(connection, watch);
    connection.send({
      type: "welcome",
      seq: since,
      now: this.#app.clock.now().toISOString(),
      version: this.#options.version,
      presence: together(
        this.#presence.of([...watch.connections, connection]),
        this.#elsewhere.of(workspaceId),
      ),
    });
    this.#noteFor(connection);
    await watch.join(connection, since);
    this.#tellPresence(watch);
    await this.pump(workspaceId);
  }

  #watchOf(workspaceId: WorkspaceId): Promise<Watch> {
    const known = this.#watches.get(workspaceId);
    if (known) return known;
    const read = (since: number) =>
      tellEvents(this.#app, workspaceId, since, this.#options.webhookUrl);
    const watch = readLastSeq(this.#app, workspaceId).then((seq) => watchFrom(seq, read));
    this.#watches.set(workspaceId, watch);
    this.#elsewhere.ask(workspaceId);
    watch.catch(() => this.#watches.delete(workspaceId));
    return watch;
  }

  leave(connection: Connection): void {
    this.#presence.leave(connection);
    const watch = this.#homes.get(connection);
    this.#homes.delete(connection);
    if (!watch) return;
    this.#noteFor(connection);
    watch.leave(connection);
    if (watch.connections.size > 0) this.#tellPresence(watch);
    else this.#watches.delete(connection.member.workspaceId);
  }

  /**
   * Tells everybody who is here. The more there are, the longer one waits for
   * what else changes: when all come back at once, each is not told of each.
   */
  #tellPresence(watch: Watch): void {
    const many = watch.connections.size;
    if (many <= FEW) return this.#tellPresenceNow(watch);
    if (this.#presenceWaits.has(watch)) return;
    this.#presenceWaits.add(watch);
    setTimeout(
      () => {
        this.#presenceWaits.delete(watch);
        this.#tellPresenceNow(watch);
      },
      Math.min(many * 2, LONGEST_PRESENCE_MS),
    ).unref();
  }

  #tellPresenceNow(watch: Watch): void {
    const [one] = watch.connections;
    if (!one) return;
    const here = this.#presence.of(watch.connections);
    const presence = together(here, this.#elsewhere.of(one.member.workspaceId));
    watch.tellAll({ type: "presence", presence });
  }

  async #tellPresenceOf(workspaceId: string): Promise<void> {
    const watch = await this.#watches.get(workspaceId)?.catch(() => null);
    if (watch) this.#tellPresence(watch);
  }

  async pump(workspaceId: string): Promise<void> {
    try {
      await (await this.#watches.get(workspaceId))?.pump();
    } catch (error) {
      this.#app.log.warn(
        { workspaceId, error },
        "The events could not be read; the next look tries again.",
      );
    }
  }

  async pumpAll(): Promise<void> {
    await Promise.all([...this.#watches.keys()].map((workspaceId) => this.pump(workspaceId)));
  }

  async closeEndedSessions(): Promise<void> {
    try {
      const sessions = [...new Set([...this.#homes.keys()].map((it) => it.sessionId))];
      const ended = new Set(await listEndedSessions(this.#app, sessions));
      this.close("signed-out", ({ sessionId }) => ended.has(sessionId));
    } catch (error) {
      this.#app.log.warn({ error }, "It could not be checked which sessions have ended.");
    }
  }

  close(reason: CloseReason, isMeant: (connection: Connection) => boolean): void {
    for (const connection of this.#homes.keys()) {
      if (!isMeant(connection)) continue;
      this.leave(connection);
      connection.close(reason);
    }
  }

  /** Whoever's browser is connected can be given conversations. */
  async noteSeen(): Promise<void> {
    const seen = Map.groupBy(this.#homes.keys(), ({ member }) => member.workspaceId);
    for (const [workspaceId, connections] of seen) {
      const ids = [...new Set(connections.map(({ member }) => member.id))];
      await noteMembersSeen(this.#app, workspaceId, ids).catch((error: unknown) =>
        this.#app.log.warn({ workspaceId, error }, "Who is here could not be noted; trying again."),
      );
    }
  }

  async forgetOldEvents(): Promise<void> {
    for (const workspaceId of this.#watches.keys()) {
      await forgetOldEvents(this.#app, idOf(workspaceId)).catch((error: unknown) =>
        this.#app.log.warn({ workspaceId, error }, "Old events could not be forgotten."),
      );
    }
  }

  clockMoved(): void {
    const now = this.#app.clock.now().toISOString();
    for (const connection of this.#homes.keys()) connection.send({ type: "clock", now });
  }

  stop(): void {
    for (const connection of this.#homes.keys()) {
      this.#noteFor(connection);
      connection.close("stopping");
    }
    this.#homes.clear();
    this.#elsewhere[Symbol.dispose]();
    this.#watches.clear();
  }
}
