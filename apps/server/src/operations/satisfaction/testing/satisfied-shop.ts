import assert from "node:assert/strict";
import { type ConversationId, idOf } from "@galka/core/kernel/ids";
import { payloadOf } from "@galka/core/satisfaction/payload";
import type { SatisfactionSettings } from "@galka/core/satisfaction/settings";
import { USUAL_SETTINGS } from "@galka/core/satisfaction/usual";
import type { Member } from "@galka/core/workspaces/member";
import { LUZ, type MetaPerson, messages, says, second } from "../../../testing/meta-bodies.ts";
import { type TestApp, startTestApp } from "../../../testing/test-app.ts";
import { rowsOf } from "../../../testing/thread-lines.ts";
import { sendMessage } from "../../messages/send-message.ts";
import { changeState } from "../../work/change-state.ts";
import { askDue } from "../ask-due.ts";
import { changeSatisfactionSettings } from "../settings.ts";

/** A salon that asks its contacts, at the beginning of the tests' day. */
export type SatisfiedShop = TestApp & {
  change(some: Partial<SatisfactionSettings>): Promise<void>;
  /** The contact writes, and a member answers. */
  talk(id: string, at?: number, person?: MetaPerson): Promise<ConversationId>;
  answer(conversationId: ConversationId, by?: Member): Promise<void>;
  set(conversationId: ConversationId, status: "open" | "closed"): Promise<void>;
  /** Everything that is due is looked at. */
  ask(): Promise<void>;
  /** As `rowsOf`, a cell of each row. */
  cells(question: string): Promise<unknown[]>;
  /** The token of the latest question. */
  token(): Promise<string>;
};

export async function satisfiedShop(
  some: Partial<SatisfactionSettings> = {},
): Promise<SatisfiedShop> {
  const test = await startTestApp();
  test.clock.set(new Date(Number(second(0)) * 1000));
  const shop: SatisfiedShop = {
    ...test,
    async change(more) {
      const settings = { ...USUAL_SETTINGS, isOn: true, waitMinutes: 0, ...more };
      const changed = await changeSatisfactionSettings(test.app, test.member, settings);
      assert.ok(!("refused" in changed), JSON.stringify(changed));
    },
    async talk(id, at = 0, person = LUZ) {
      await test.receive(says(id, "When do you open?", at, person));
      const [found] = await shop.cells(
        `select conversation_id from messages where wamid = 'wamid.${id}'`,
      );
      const conversationId = idOf<"conversation">(String(found));
      await shop.answer(conversationId);
      return conversationId;
    },
    async answer(conversationId, by = test.member) {
      const draft = { kind: "text", text: "At nine" } as const;
      const clientId = crypto.randomUUID();
      const sent = await sendMessage(test.app, by, { conversationId, clientId, draft });
      assert.ok("messageId" in sent, JSON.stringify(sent));
    },
    async set(conversationId, status) {
      const done = await changeState(test.app, test.member, { conversationId, status });
      assert.ok("done" in done, JSON.stringify(done));
    },
    async ask() {
      while ((await askDue(test.app)) > 0) continue;
    },
    async cells(question) {
      const rows = await rowsOf(test, question);
      return rows.map((row) => Object.values(row)[0]);
    },
    async token() {
      const [token] = await shop.cells(
        "select token from satisfaction_requests where token is not null order by asked_at desc",
      );
      assert.ok(typeof token === "string");
      return token;
    },
    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
  };
  await shop.change(some);
  return shop;
}

/** What Meta tells when a contact taps an answer of three. */
export function tapped(id: string, token: string, score: number, at = 1): object {
  return tap(id, payloadOf(token, { score, of: 3 }), at);
}

export function tap(id: string, payload: string, at = 1, person = LUZ): object {
  return messages(person, {
    id: `wamid.${id}`,
    timestamp: second(at),
    type: "interactive",
    interactive: { type: "button_reply", button_reply: { id: payload, title: "Good" } },
  });
}
