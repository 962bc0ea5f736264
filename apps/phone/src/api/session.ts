import type {
  ChatId,
  ChatJson,
  ChatMessageJson,
  EmulatorEvent,
  ListJson,
  WorldJson,
} from "@galka/emulator/wire/control";
import { applyEvent, withChats, withWorld } from "../state/apply.ts";
import { type Phones, threadKey } from "../state/model.ts";
import type { Store } from "../state/store.ts";
import { withOlder } from "../state/thread.ts";
import { addressOf, call } from "./emulator.ts";

const PAGE = 50;
const RETRY_MS = 1_500;

/** The page's tie to the emulator: keeps the store as the emulator's stream says. */
export type Session = {
  /** Says whose phones are on the desk; the stream is about them alone. */
  readonly show: (personIds: readonly string[]) => void;
  readonly loadThread: (personId: string, chatId: ChatId) => Promise<void>;
  readonly loadOlder: (personId: string, chatId: ChatId) => Promise<void>;
  readonly loadPeople: () => Promise<void>;
  readonly close: () => void;
};

export function startSession(store: Store): Session {
  let shown: readonly string[] | null = null;
  let source: EventSource | null = null;
  let retry: number | undefined;
  let fetching = 0;
  let held: EmulatorEvent[] = [];

  /**
   * Fetches while events wait, then lets them through.
   *
   * An event that came during the fetch may be newer or older than the answer;
   * applied in order after it, the last one of each thing wins either way.
   */
  async function fetched(change: () => Promise<(phones: Phones) => Phones>): Promise<void> {
    fetching += 1;
    try {
      store.update(await change());
    } finally {
      fetching -= 1;
      if (fetching === 0) release();
    }
  }

  function release(): void {
    const events = held;
    held = [];
    store.update((phones) => events.reduce(applyEvent, phones));
  }

  function receive(event: EmulatorEvent): void {
    held.push(event);
    if (event.type === "hello" || event.type === "reset") resync();
    else if (fetching === 0) release();
  }

  function resync(): void {
    const people = shown ?? [];
    fetched(() => fetchAll(people, store.get()))
      .then(() => store.update((phones) => ({ ...phones, link: "live" })))
      .catch(() => {
        lost();
        window.clearTimeout(retry);
        retry = window.setTimeout(resync, RETRY_MS);
      });
  }

  function lost(): void {
    store.update((phones) => (phones.link === "lost" ? phones : { ...phones, link: "lost" }));
  }

  function listen(): void {
    source?.close();
    const people = (shown ?? []).map(encodeURIComponent).join(",");
    source = new EventSource(addressOf(`events?people=${people === "" ? "nobody" : people}`));
    source.addEventListener("message", (message) => receive(parseEvent(message.data)));
    source.addEventListener("error", lost);
  }

  return {
    show(personIds) {
      const wanted = [...new Set(personIds)].sort();
      if (shown !== null && wanted.join() === shown.join()) return;
      shown = wanted;
      listen();
    },
    async loadThread(personId, chatId) {
      await fetched(() => fetchThread(personId, chatId));
    },
    async loadOlder(personId, chatId) {
      const before = store.get().threads.get(threadKey(personId, chatId))?.older;
      if (!before) return;
      await fetched(() => fetchOlder(personId, chatId, before));
    },
    async loadPeople() {
      await fetched(async () => {
        const world = await call<WorldJson>("GET", "world");
        return (phones) => withWorld(phones, world);
      });
    },
    close() {
      source?.close();
      window.clearTimeout(retry);
    },
  };
}

/** Everything the desk shows: the world, the chats of its people, the threads that were open. */
async function fetchAll(
  people: readonly string[],
  before: Phones,
): Promise<(phones: Phones) => Phones> {
  const world = await call<WorldJson>("GET", "world");
  const alive = people.filter((id) => world.people.some((person) => person.id === id));
  const chats = await Promise.all(alive.map(async (id) => [id, await fetchChats(id)] as const));
  const open = [...before.threads.keys()].map((key) => key.split("|"));
  const threads = await Promise.all(
    open
      .filter(([personId, chatId]) => chats.some(([id, of]) => id === personId && has(of, chatId)))
      .map(([personId = "", chatId = ""]) => fetchThread(personId, chatId)),
  );
  return (phones) => {
    const bare: Phones = { ...withWorld(phones, world), threads: new Map(), chats: new Map() };
    const known = chats.reduce((all, [id, of]) => withChats(all, id, of), bare);
    return threads.reduce((all, change) => change(all), known);
  };
}

function has(chats: readonly ChatJson[], chatId: string | undefined): boolean {
  return chats.some((chat) => chat.id === chatId);
}

async function fetchChats(personId: string): Promise<readonly ChatJson[]> {
  const { data } = await call<ListJson<ChatJson>>("GET", `people/${personId}/chats`);
  return data;
}

async function fetchThread(personId: string, chatId: ChatId): Promise<(phones: Phones) => Phones> {
  const path = `people/${personId}/chats/${chatId}/messages?limit=${PAGE}`;
  const page = await call<ListJson<ChatMessageJson>>("GET", path);
  return (phones) => ({
    ...phones,
    threads: new Map(phones.threads).set(threadKey(personId, chatId), {
      messages: page.data,
      older: page.next,
    }),
  });
}

async function fetchOlder(
  personId: string,
  chatId: ChatId,
  before: string,
): Promise<(phones: Phones) => Phones> {
  const path = `people/${personId}/chats/${chatId}/messages?limit=${PAGE}&before=${encodeURIComponent(before)}`;
  const page = await call<ListJson<ChatMessageJson>>("GET", path);
  return (phones) => {
    const key = threadKey(personId, chatId);
    const thread = phones.threads.get(key);
    if (!thread) return phones;
    const threads = new Map(phones.threads).set(key, withOlder(thread, page.data, page.next));
    return { ...phones, threads };
  };
}

function parseEvent(data: unknown): EmulatorEvent {
  const event: unknown = JSON.parse(String(data));
  // The stream comes from the emulator that serves this page and shares its wire types.
  return event as EmulatorEvent;
}
