import { RefusedError } from "@galka/contract/client";
import { keepOutbox, type OutboxEntry, type OutboxStorage, restoreOutbox } from "./outbox-entry.ts";
import { createStore, type Store } from "./store.ts";

export type OutboxWorld = {
  readonly send: (entry: OutboxEntry) => Promise<unknown>;
  readonly storage: OutboxStorage | null;
  /** Called when the server could not be reached, so that somebody flushes again later. */
  readonly onUnreachable: () => void;
};

/** What waits to be sent. It survives a reload: what was not handed over is read back and sent. */
export class Outbox {
  readonly entries: Store<readonly OutboxEntry[]>;
  readonly #world: OutboxWorld;
  readonly #busy = new Set<string>();

  constructor(world: OutboxWorld) {
    this.#world = world;
    this.entries = createStore(restoreOutbox(world.storage));
    this.entries.subscribe(() => keepOutbox(world.storage, this.entries.get()));
  }

  add(entry: Omit<OutboxEntry, "state" | "refused">): void {
    this.entries.update((all) => [...all, { ...entry, state: "waiting", refused: null }]);
    this.flush();
  }

  /** Hands over what waits, each conversation's messages in their order. */
  flush(): void {
    const waiting = this.entries.get().filter((entry) => entry.state === "waiting");
    for (const id of new Set(waiting.map((entry) => entry.conversationId))) {
      void this.#handOver(id);
    }
  }

  /** Hands it over once more; when a colleague had just answered, all the same. */
  retry(clientId: string): void {
    const entry = this.entries.get().find((it) => it.clientId === clientId);
    const isAsked = entry?.refused === "just-answered";
    const wanted = isAsked ? ({ afterAnswer: true } as const) : {};
    this.#change(clientId, { state: "waiting", refused: null, ...wanted });
    this.flush();
  }

  discard(clientId: string): void {
    this.settled(new Set([clientId]));
  }

  /** The server's versions are here: these entries have done their work. */
  settled(clientIds: ReadonlySet<string>): void {
    this.entries.update((all) =>
      all.some((entry) => clientIds.has(entry.clientId))
        ? all.filter((entry) => !clientIds.has(entry.clientId))
        : all,
    );
  }

  async #handOver(conversationId: string): Promise<void> {
    if (this.#busy.has(conversationId)) return;
    this.#busy.add(conversationId);
    try {
      for (;;) {
        const next = this.entries
          .get()
          .find((it) => it.conversationId === conversationId && it.state === "waiting");
        if (!next || !(await this.#handOverOne(next))) return;
      }
    } finally {
      this.#busy.delete(conversationId);
    }
  }

  /** False when the server could not be reached: what follows waits with it. */
  async #handOverOne(entry: OutboxEntry): Promise<boolean> {
    this.#change(entry.clientId, { state: "sending" });
    try {
      await this.#world.send(entry);
      this.#change(entry.clientId, { state: "taken" });
      return true;
    } catch (error) {
      if (error instanceof RefusedError && isFinal(error)) {
        this.#change(entry.clientId, { state: "refused", refused: error.refusal.refused });
        return true;
      }
      this.#change(entry.clientId, { state: "waiting" });
      this.#world.onUnreachable();
      return false;
    }
  }

  #change(clientId: string, patch: Partial<OutboxEntry>): void {
    this.entries.update((all) =>
      all.map((entry) => (entry.clientId === clientId ? { ...entry, ...patch } : entry)),
    );
  }
}

function isFinal(error: RefusedError): boolean {
  const { refused } = error.refusal;
  return refused !== "too-many-requests" && refused !== "not-signed-in";
}
