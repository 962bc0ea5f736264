import { randomUUID } from "node:crypto";
import { type ContactId, type ConversationId, idOf } from "@galka/core/kernel/ids";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { type ConsentView, listConsents } from "@galka/postgres/stores/consent/ledger";
import { type MetaPerson, LUZ, body, says } from "../../../testing/meta-bodies.ts";
import { PHONE_NUMBER_ID, type TestApp, startTestApp } from "../../../testing/test-app.ts";
import { rowsOf } from "../../../testing/thread-lines.ts";
import type { DraftWish } from "../../messages/find-draft.ts";
import { sendMessage } from "../../messages/send-message.ts";
import { addOffer } from "./marketing.ts";

/** A shop with an advertisement to send, and Luz, who has just written. */
export type ConsentShop = TestApp & {
  readonly contactId: ContactId;
  readonly conversationId: ConversationId;
  in<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  ledger(): Promise<ConsentView[]>;
  send(draft: DraftWish): Promise<Awaited<ReturnType<typeof sendMessage>>>;
};

export async function consentShop(person: MetaPerson = LUZ): Promise<ConsentShop> {
  const test = await startTestApp();
  const { app, workspaceId, channelId, member } = test;
  const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    inWorkspace(app.db, workspaceId, work);
  await run((tx) => addOffer(tx, workspaceId, channelId, app.clock.now()));
  await test.receive(says("hello", "Hola", 0, person));
  const [row] = await rowsOf(test, "select id, contact_id from conversations");
  if (!row || !("id" in row) || !("contact_id" in row)) throw new Error("Luz has not written.");
  const contactId = idOf<"contact">(String(row.contact_id));
  const conversationId = idOf<"conversation">(String(row.id));
  return {
    ...test,
    contactId,
    conversationId,
    in: run,
    ledger: () => run((tx) => listConsents(tx, workspaceId, [contactId])),
    send: (draft) => sendMessage(app, member, { conversationId, clientId: randomUUID(), draft }),
    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
  };
}

/** What WhatsApp tells when somebody stops marketing there, or resumes it. */
export function preference(value: "stop" | "resume", at: number): object {
  return body("user_preferences", {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: "15550783881", phone_number_id: PHONE_NUMBER_ID },
    contacts: [{ profile: { name: "Luz" }, wa_id: LUZ.wa_id }],
    user_preferences: [
      {
        wa_id: LUZ.wa_id,
        detail: value === "stop" ? "No offers, please" : "Offers again",
        category: "marketing_messages",
        value,
        timestamp: 1_795_348_800 + at,
      },
    ],
  });
}
