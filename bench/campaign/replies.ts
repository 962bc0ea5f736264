import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { DEMO } from "@galka/emulator";
import { until } from "../../tests/support/until.ts";
import type { House } from "./house.ts";

/** People who are answered in turn, so that nobody gets more than one person may. */
export type Talks = readonly { readonly waId: string; readonly conversationId: string }[];

const PEOPLE = 20;
const EVERY_MS = 150;

/** Some people write, so that a member may answer them. */
export async function beginTalks({ api, emulator }: House): Promise<Talks> {
  const talks = [];
  for (let n = 0; n < PEOPLE; n++) {
    const phone = `+49 1551 ${1_000_000 + n}`;
    const { id, waId } = await emulator.addPerson({ name: `Talker ${n}`, phone });
    await emulator.write(id, DEMO.phoneNumberId, { kind: "text", body: "Are you open today?" });
    const conversationId = await until("their message is there", async () => {
      const { items } = await api("listConversations", { query: { limit: 100 } });
      return items.find(({ contact }) => contact.identities.some(({ value }) => value === waId))
        ?.id;
    });
    talks.push({ waId, conversationId });
  }
  return talks;
}

/** Has a member answer again and again until `isOver`; how long each took from the member's key to Meta, in milliseconds. */
export async function answer(
  { api, emulator }: House,
  talks: Talks,
  isOver: (count: number) => boolean,
): Promise<number[]> {
  const asked: { readonly text: string; readonly waId: string; readonly atMs: number }[] = [];
  while (!isOver(asked.length)) {
    const talk = talks[asked.length % talks.length];
    if (!talk) throw new Error("There is nobody to answer.");
    const text = `reply ${randomUUID()}`;
    asked.push({ text, waId: talk.waId, atMs: Date.now() });
    await api("sendMessage", {
      params: { id: talk.conversationId },
      body: { clientId: randomUUID(), draft: { kind: "text", text } },
    });
    await sleep(EVERY_MS);
  }
  const times: number[] = [];
  for (const { text, waId, atMs } of asked) {
    const accepted = await until("the reply is out", async () => {
      const { data } = await emulator.ledger({ to: waId, limit: 1000 });
      return data.find(({ body }) => JSON.stringify(body).includes(text));
    });
    times.push(Date.parse(accepted.acceptedAt) - atMs);
  }
  return times;
}
