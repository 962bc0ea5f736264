import type { Api } from "../api/api.ts";
import {
  mergeConversation,
  mergeConversations,
  mergeMessages,
  mergeUnread,
  type PagePlace,
} from "./merge-page.ts";
import type { Store } from "./store.ts";
import { withFewThreads, withNewest } from "./held-threads.ts";
import { ALL, type List, reachIn, UNREAD, type WorkspaceState } from "./workspace-state.ts";

const CONVERSATIONS_PER_PAGE = 50;
const MESSAGES_PER_PAGE = 40;

/** A page that comes too late to be used is asked for once more, but not for ever. */
const TRIES = 3;

type Merge = (state: WorkspaceState) => WorkspaceState | null;
type ThreadQuery = { cursor?: string; around?: string; direction?: "older" | "newer" };

/** Fetches what is not held yet and puts it into the workspace. Each call throws what the API threw. */
export class Loader {
  readonly #api: Api;
  readonly #workspace: Store<WorkspaceState | null>;
  readonly #underWay = new Map<string, Promise<void>>();
  /** The conversations on the screen: what is held of them stays, however many others are looked at. */
  readonly #inUse = new Set<string>();

  constructor(api: Api, workspace: Store<WorkspaceState | null>) {
    this.#api = api;
    this.#workspace = workspace;
  }

  /** The next page of a list, or its first. */
  conversations(list: List): Promise<void> {
    return this.#conversations(list, () => {
      const state = this.#workspace.get();
      return (state && reachIn(state, list)?.next) ?? null;
    });
  }

  /** The beginning of a list once more: what has entered it by the passing of time alone. */
  conversationsAnew(list: List): Promise<void> {
    return this.#conversations(list, () => null);
  }

  #conversations(list: List, cursorNow: () => string | null): Promise<void> {
    return this.#once(`list:${list.key}`, async () => {
      const cursor = cursorNow();
      const page = await this.#api("listConversations", {
        query: {
          ...queryOf(list),
          limit: CONVERSATIONS_PER_PAGE,
          ...(cursor ? { cursor } : {}),
        },
      });
      return (state) => mergeConversations(state, list, page);
    });
  }

  conversation(id: string): Promise<void> {
    return this.#once(`conversation:${id}`, async () => {
      const { seq, conversation } = await this.#api("getConversation", { params: { id } });
      return (state) => mergeConversation(state, seq, conversation);
    });
  }

  /** The newest messages of a conversation, or those around one of them, in place of what is held. */
  thread(conversationId: string, around?: string): Promise<void> {
    return this.#messages(conversationId, "instead", around ? { around } : {});
  }

  /** Keeps what is held of a conversation while it is on the screen. Returns how to let it go. */
  use(conversationId: string): () => void {
    this.#inUse.add(conversationId);
    const state = this.#workspace.get();
    if (state) this.#workspace.set(withNewest(state, conversationId));
    return () => this.#inUse.delete(conversationId);
  }

  /** Fetches what is likely to be opened next. Nothing hangs on it, so a failure is nobody's business. */
  async ahead(conversationId: string): Promise<void> {
    if (this.#workspace.get()?.threads.has(conversationId) !== false) return;
    await this.thread(conversationId).catch(() => undefined);
  }

  /** One more page of older messages; nothing at the beginning. */
  async older(conversationId: string): Promise<void> {
    const cursor = this.#workspace.get()?.threads.get(conversationId)?.older;
    if (cursor) await this.#messages(conversationId, "older", { cursor, direction: "older" });
  }

  /** One more page of newer messages; nothing at the end. */
  async newer(conversationId: string): Promise<void> {
    const cursor = this.#workspace.get()?.threads.get(conversationId)?.newer;
    if (cursor) await this.#messages(conversationId, "newer", { cursor, direction: "newer" });
  }

  unreadCount(): Promise<void> {
    return this.#once("unread", async () => {
      const { seq, unreadConversations } = await this.#api("getSnapshot", {});
      return (state) => mergeUnread(state, seq, unreadConversations);
    });
  }

  #messages(conversationId: string, place: PagePlace, query: ThreadQuery): Promise<void> {
    return this.#once(`thread:${conversationId}:${place}:${query.around ?? ""}`, async () => {
      const page = await this.#api("listMessages", {
        params: { id: conversationId },
        query: { ...query, limit: MESSAGES_PER_PAGE },
      });
      return (state) => {
        const merged = mergeMessages(state, conversationId, page, place);
        return merged && withFewThreads(merged, this.#inUse);
      };
    });
  }

  /** Two parts of the screen that want the same thing at once cause one call. */
  #once(key: string, fetchPage: () => Promise<Merge>): Promise<void> {
    const running =
      this.#underWay.get(key) ??
      this.#fetchInto(fetchPage).finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, running);
    return running;
  }

  async #fetchInto(fetchPage: () => Promise<Merge>): Promise<void> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const merge = await fetchPage();
      const state = this.#workspace.get();
      const merged = state && merge(state);
      if (merged) {
        this.#workspace.set(merged);
        return;
      }
    }
  }
}

/** How a list is asked for. */
function queryOf(list: List): { filter?: "all" | "unread"; where?: string } {
  if (list.key === ALL.key) return { filter: "all" };
  return list.key === UNREAD.key ? { filter: "unread" } : { where: JSON.stringify(list.filter) };
}
