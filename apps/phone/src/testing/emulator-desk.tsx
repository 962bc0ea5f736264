import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import type { ChatJson, ChatMessageJson } from "@galka/emulator/wire/control";
import { ActionsContext, createActions } from "../api/actions.ts";
import { Phone } from "../phone/Phone.tsx";
import { NOTHING, type Phones, threadKey } from "../state/model.ts";
import { createStore, StoreContext, type Store } from "../state/store.ts";
import { businessChat, message, person } from "./builders.ts";

/** A call that the page made, in the order it was made. */
export type Asked = { readonly method: string; readonly path: string; readonly body: unknown };

/**
 * Stands in for the emulator in tests of what is seen: it remembers every call
 * and answers with what the test gave for the call's path, else with some message
 * where a message is due.
 */
export function fakeEmulator(answers: Readonly<Record<string, unknown>> = {}) {
  const asked: Asked[] = [];
  globalThis.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const path = url.replace(/^.*\/_emulator\//, "");
    const method = init?.method ?? "GET";
    const { body } = init ?? {};
    asked.push({ method, path, body: typeof body === "string" ? JSON.parse(body) : null });
    const usual = path.includes("/messages") ? message({ id: `answer-${asked.length}` }) : {};
    return Promise.resolve(Response.json(answers[`${method} ${path}`] ?? usual));
  };
  return { asked };
}

/** The page's state with one person who has one chat with these messages. */
export function phonesWith(messages: readonly ChatMessageJson[], chat: ChatJson): Phones {
  return {
    ...NOTHING,
    link: "live",
    clock: { now: "2026-11-22T12:00:00.000Z", offsetMs: 0, frozen: true, speed: 1, nextAt: null },
    people: [person()],
    chats: new Map([["anna", new Map([[chat.id, chat]])]]),
    threads: new Map([[threadKey("anna", chat.id), { messages, older: null }]]),
  };
}

/** Shows Anna's phone with the chat open. */
export function showChat(
  messages: readonly ChatMessageJson[],
  chat: ChatJson = businessChat(),
): Store {
  const store = createStore(phonesWith(messages, chat));
  show(store, <Phone person={person()} startWith={chat.id} />);
  return store;
}

export function show(store: Store, page: ReactNode): void {
  render(
    <StoreContext value={store}>
      <ActionsContext value={createActions(store)}>{page}</ActionsContext>
    </StoreContext>,
  );
}
