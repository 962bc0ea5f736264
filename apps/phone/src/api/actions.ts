import { createContext, use } from "react";
import type {
  ChatId,
  ChatJson,
  ChatMessageJson,
  ClockJson,
  ClockPatch,
  NewPerson,
  OkJson,
  PersonJson,
  PersonPatch,
  WriteContent,
  WriteRequest,
} from "@galka/emulator/wire/control";
import { applyEvent, withChat } from "../state/apply.ts";
import { storeCleared } from "../state/cleared.ts";
import { threadKey } from "../state/model.ts";
import type { Store } from "../state/store.ts";
import { call } from "./emulator.ts";
import { startSession, type Session } from "./session.ts";
import { createWriter, type Writer } from "./write.ts";

/** All a person with a phone can do, and what the desk around the phones can. */
export type Actions = Writer &
  Session & {
    readonly openChat: (personId: string, chatId: ChatId) => void;
    readonly closeChat: (personId: string, chatId: ChatId) => void;
    readonly typing: (personId: string, chatId: ChatId) => void;
    readonly setBlocked: (personId: string, chatId: ChatId, blocked: boolean) => Promise<void>;
    /** Lets Meta know that the business is not wanted; `reason` in Meta's words. */
    readonly report: (personId: string, chatId: ChatId, reason: string) => Promise<void>;
    readonly setMarketing: (personId: string, chatId: ChatId, wanted: boolean) => Promise<void>;
    readonly forward: (personId: string, chatId: ChatId, content: WriteContent) => Promise<void>;
    readonly clear: (personId: string, chatId: ChatId, at: string) => void;
    readonly tap: (personId: string, messageId: string, actionId: string) => Promise<void>;
    readonly react: (personId: string, messageId: string, emoji: string | null) => Promise<void>;
    readonly play: (personId: string, messageId: string) => void;
    readonly edit: (personId: string, messageId: string, body: string) => Promise<void>;
    readonly remove: (personId: string, messageId: string) => Promise<void>;
    readonly createPerson: (person: NewPerson) => Promise<PersonJson>;
    readonly changePerson: (personId: string, patch: PersonPatch) => Promise<void>;
    readonly moveClock: (patch: ClockPatch) => Promise<void>;
    /** Runs something that may be refused, and says why if it is. */
    readonly attempt: (work: () => Promise<unknown>) => void;
    readonly dismiss: (noticeId: string) => void;
  };

export function createActions(store: Store): Actions {
  const session = startSession(store);

  function dismiss(id: string): void {
    store.update((phones) => ({
      ...phones,
      notices: phones.notices.filter((it) => it.id !== id),
    }));
  }

  function attempt(work: () => Promise<unknown>): void {
    work().catch((error: unknown) => {
      const notice = {
        id: crypto.randomUUID(),
        text: error instanceof Error ? error.message : String(error),
      };
      store.update((phones) => ({ ...phones, notices: [...phones.notices, notice] }));
    });
  }

  return {
    ...session,
    ...createWriter(store),
    ...chatActions(store, attempt),
    ...messageActions(store, attempt),
    ...deskActions(store),
    attempt,
    dismiss,
  };
}

type Attempt = Actions["attempt"];

function chatActions(store: Store, attempt: Attempt) {
  async function changeChat(method: string, path: string, body?: unknown): Promise<void> {
    const chat = await call<ChatJson>(method, path, body);
    store.update((phones) => withChat(phones, chat));
  }
  const pathOf = (personId: string, chatId: ChatId) => `people/${personId}/chats/${chatId}`;
  return {
    openChat: (personId: string, chatId: ChatId) =>
      attempt(() => changeChat("POST", `${pathOf(personId, chatId)}/open`)),
    closeChat: (personId: string, chatId: ChatId) =>
      attempt(() => changeChat("POST", `${pathOf(personId, chatId)}/close`)),
    typing: (personId: string, chatId: ChatId) =>
      attempt(() => call<OkJson>("POST", `${pathOf(personId, chatId)}/typing`)),
    setBlocked: (personId: string, chatId: ChatId, blocked: boolean) =>
      changeChat(blocked ? "PUT" : "DELETE", `${pathOf(personId, chatId)}/block`),
    report: (personId: string, chatId: ChatId, reason: string) =>
      changeChat("POST", `${pathOf(personId, chatId)}/report`, { reason }),
    setMarketing: (personId: string, chatId: ChatId, wanted: boolean) =>
      changeChat(wanted ? "PUT" : "DELETE", `${pathOf(personId, chatId)}/marketing`),
    async forward(personId: string, chatId: ChatId, content: WriteContent) {
      const request: WriteRequest = { content, forwarded: true };
      await call<ChatMessageJson>("POST", `${pathOf(personId, chatId)}/messages`, request);
    },
    clear(personId: string, chatId: ChatId, at: string) {
      store.update((phones) => {
        const cleared = new Map(phones.cleared).set(threadKey(personId, chatId), at);
        storeCleared(cleared);
        return { ...phones, cleared };
      });
    },
  };
}

function messageActions(store: Store, attempt: Attempt) {
  async function change(
    method: string,
    [personId, messageId, verb]: readonly [string, string, string],
    body?: unknown,
  ): Promise<void> {
    const path = `people/${personId}/messages/${encodeURIComponent(messageId)}${verb}`;
    const message = await call<ChatMessageJson>(method, path, body);
    const chat = store.get().chats.get(personId)?.get(message.chatId);
    if (!chat) return;
    store.update((phones) => applyEvent(phones, { type: "message", personId, chat, message }));
  }
  return {
    tap: (personId: string, messageId: string, actionId: string) =>
      change("POST", [personId, messageId, "/tap"], { actionId }),
    react: (personId: string, messageId: string, emoji: string | null) =>
      change("POST", [personId, messageId, "/reaction"], { emoji }),
    play: (personId: string, messageId: string) =>
      attempt(() => change("POST", [personId, messageId, "/play"])),
    edit: (personId: string, messageId: string, body: string) =>
      change("PATCH", [personId, messageId, ""], { body }),
    remove: (personId: string, messageId: string) => change("DELETE", [personId, messageId, ""]),
  };
}

function deskActions(store: Store) {
  return {
    async createPerson(person: NewPerson) {
      const created = await call<PersonJson>("POST", "people", person);
      store.update((phones) =>
        applyEvent(phones, { type: "person", personId: created.id, person: created }),
      );
      return created;
    },
    async changePerson(personId: string, patch: PersonPatch) {
      const person = await call<PersonJson>("PATCH", `people/${personId}`, patch);
      store.update((phones) => applyEvent(phones, { type: "person", personId, person }));
    },
    async moveClock(patch: ClockPatch) {
      const clock = await call<ClockJson>("PATCH", "clock", patch);
      store.update((phones) => applyEvent(phones, { type: "clock", clock }));
    },
  };
}

export const ActionsContext = createContext<Actions | null>(null);

export function useActions(): Actions {
  const actions = use(ActionsContext);
  if (!actions) throw new Error("The page's actions are used outside of ActionsContext.");
  return actions;
}
