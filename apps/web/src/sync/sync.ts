import { RefusedError } from "@galka/contract/client";
import type { EventJson, ServerMessage } from "@galka/contract/events";
import { unreachable } from "@galka/core/kernel/unreachable";
import type { Api } from "../api/api.ts";
import { applyEvents } from "./apply-event.ts";
import { backOffMs } from "./back-off.ts";
import { type Live, NOT_YET_LIVE } from "./live.ts";
import { Loader } from "./loader.ts";
import type { OutboxEntry, OutboxStorage } from "./outbox-entry.ts";
import { Outbox } from "./outbox.ts";
import { Line, type SocketWorld } from "./socket.ts";
import { createStore, type Store } from "./store.ts";
import { startFrom, type WorkspaceState } from "./workspace-state.ts";

export type SyncWorld = SocketWorld & {
  readonly api: Api;
  readonly storage: OutboxStorage | null;
  readonly onSignedOut: () => void;
};

const FLUSH_AGAIN_MS = 3000;
const COUNT_AGAIN_MS = 800;

/**
 * The browser's copy of the workspace and the line that keeps it true.
 *
 * Starts from a snapshot, then follows the events. A gap, a lost line and a
 * server of another version all lead the same way: say where we are and hear
 * what is missing; if that is gone, a fresh snapshot.
 */
export class Sync {
  /** Null until the first snapshot is here. */
  readonly workspace: Store<WorkspaceState | null> = createStore<WorkspaceState | null>(null);
  readonly live: Store<Live> = createStore<Live>(NOT_YET_LIVE);
  readonly outbox: Outbox;
  readonly load: Loader;
  readonly #world: SyncWorld;
  readonly #listeners = new Set<(event: EventJson) => void>();
  readonly #leapListeners = new Set<() => void>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  readonly #hurry = () => this.#hurryUp();
  readonly #drop = () => this.#line?.drop();
  #line: Line | null = null;
  #stopped = false;
  /** A snapshot is on its way: events would meet a state that is about to be replaced. */
  #starting = false;
  #holeAt: number | null = null;
  #viewing: string | null = null;
  #typing = false;

  constructor(world: SyncWorld) {
    this.#world = world;
    this.load = new Loader(world.api, this.workspace);
    this.outbox = new Outbox({
      send: (entry) => this.#send(entry),
      storage: world.storage,
      onUnreachable: () => this.#later(() => this.outbox.flush(), FLUSH_AGAIN_MS),
    });
  }

  /** Fetches the snapshot and opens the line; may be called again after `stop`. */
  start(): void {
    this.#stopped = false;
    globalThis.addEventListener("online", this.#hurry);
    globalThis.addEventListener("offline", this.#drop);
    void this.#start(0);
  }

  /** Hears each event once, after the state has it. Returns how to stop. */
  onEvent(listener: (event: EventJson) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Hears when a later snapshot took the place of what was held: the events between are told to nobody. */
  onLeap(listener: () => void): () => void {
    this.#leapListeners.add(listener);
    return () => this.#leapListeners.delete(listener);
  }

  /** Tells colleagues which conversation is on the screen, and whether something is being written in it. */
  present(viewing: string | null, typing: boolean): void {
    const moved = viewing !== this.#viewing;
    const changed = moved || typing !== this.#typing;
    this.#viewing = viewing;
    this.#typing = typing;
    if (moved) this.#line?.say({ type: "viewing", conversationId: viewing });
    if (changed) this.#line?.say({ type: "typing", conversationId: typing ? viewing : null });
  }

  stop(): void {
    this.#stopped = true;
    globalThis.removeEventListener("online", this.#hurry);
    globalThis.removeEventListener("offline", this.#drop);
    for (const timer of this.#timers) clearTimeout(timer);
    this.#line?.close();
    this.#line = null;
    this.#starting = false;
  }

  async #start(attempt: number): Promise<void> {
    if (this.#starting && attempt === 0) return;
    this.#starting = true;
    try {
      const snapshot = await this.#world.api("getSnapshot", {});
      if (this.#stopped) return;
      const before = this.workspace.get();
      this.workspace.set(startFrom(snapshot));
      this.#starting = false;
      this.#settleTaken();
      this.#setLive({ startFailed: false });
      if (this.#line) this.#hello();
      else this.#line = this.#openLine();
      if (before) for (const listener of this.#leapListeners) listener();
    } catch (error) {
      if (error instanceof RefusedError && error.refusal.refused === "not-signed-in") {
        return;
      }
      this.#setLive({ startFailed: true });
      this.#later(() => void this.#start(attempt + 1), backOffMs(attempt, this.#world.random()));
    }
  }

  /** After a snapshot the events that would have settled these are not told again. */
  #settleTaken(): void {
    const taken = this.outbox.entries.get().filter((entry) => entry.state === "taken");
    this.outbox.settled(new Set(taken.map((entry) => entry.clientId)));
  }

  #openLine(): Line {
    return new Line(this.#world, {
      onOpen: () => this.#hello(),
      onMessage: (message) => this.#hear(message),
      onUnreadable: () => void this.#start(0),
      onDown: () => this.#setLive({ status: "offline", presence: [] }),
      onSignedOut: () => this.#world.onSignedOut(),
    });
  }

  #hello(): void {
    this.#line?.say({ type: "hello", since: this.workspace.get()?.seq ?? null });
  }

  #hear(message: ServerMessage): void {
    switch (message.type) {
      case "welcome":
        this.#welcome(message);
        return;
      case "events":
        this.#take(message.events);
        return;
      case "resync":
        void this.#start(0);
        return;
      case "presence":
        this.#setLive({ presence: message.presence });
        return;
      case "clock":
        this.#setLive({ clockOffsetMs: offsetOf(message.now) });
        return;
      case "pong":
        return;
      default:
        unreachable(message);
    }
  }

  #welcome(message: Extract<ServerMessage, { type: "welcome" }>): void {
    this.#setLive({
      status: "online",
      presence: message.presence,
      clockOffsetMs: offsetOf(message.now),
      version: message.version,
    });
    this.#line?.say({ type: "viewing", conversationId: this.#viewing });
    this.outbox.flush();
  }

  #take(events: readonly EventJson[]): void {
    const before = this.workspace.get();
    if (!before || this.#starting) return;
    const { state, missing } = applyEvents(before, events);
    this.workspace.set(state);
    this.outbox.settled(clientIdsOf(events));
    for (const event of events) {
      if (event.seq > before.seq && event.seq <= state.seq) this.#tell(event);
    }
    if (missing) this.#askAgain(state.seq);
    if (!state.unreadIsExact) this.#later(() => void this.#count(), COUNT_AGAIN_MS);
  }

  #tell(event: EventJson): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** The same hole twice will not be filled by asking a third time. */
  #askAgain(seq: number): void {
    if (this.#holeAt === seq) void this.#start(0);
    else this.#hello();
    this.#holeAt = seq;
  }

  async #count(): Promise<void> {
    try {
      await this.load.unreadCount();
    } catch {
      // The next event asks again; until then the number is off by a little.
    }
  }

  #send(entry: OutboxEntry): Promise<unknown> {
    const { clientId, draft, replyTo, quickReplyId, afterAnswer } = entry;
    return this.#world.api("sendMessage", {
      params: { id: entry.conversationId },
      body: {
        clientId,
        draft,
        ...(replyTo ? { replyTo } : {}),
        ...(quickReplyId ? { quickReplyId } : {}),
        ...(afterAnswer ? { afterAnswer } : {}),
      },
    });
  }

  #hurryUp(): void {
    this.#line?.connect();
    this.outbox.flush();
  }

  #setLive(patch: Partial<Live>): void {
    this.live.update((before) => ({ ...before, ...patch }));
  }

  #later(run: () => void, ms: number): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (!this.#stopped) run();
    }, ms);
    this.#timers.add(timer);
  }
}

function clientIdsOf(events: readonly EventJson[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const event of events) {
    const isMessage = event.kind === "message-added" || event.kind === "message-changed";
    if (isMessage && event.message.clientId) ids.add(event.message.clientId);
  }
  return ids;
}

function offsetOf(now: string): number {
  return Date.parse(now) - Date.now();
}
