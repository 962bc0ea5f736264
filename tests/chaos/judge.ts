import type { MessageJson } from "@galka/contract/json/message";
import type { LedgerEntryJson, ListJson } from "@galka/emulator";
import { until } from "../support/until.ts";
import type { Asked } from "./traffic.ts";
import type { World } from "./world.ts";

export type Verdict = { readonly holds: boolean; readonly lines: readonly string[] };

/** Compares what the emulator really has with what Galka says, both ways. */
export async function judge(
  world: World,
  asked: { readonly inbound: readonly string[]; readonly outbound: readonly Asked[] },
): Promise<Verdict> {
  await until("Galka has nothing left to send", () => nothingIsOnItsWay(world), 180_000);
  const first = await countOutbound(world, asked.outbound);
  const settled = await settleTheUnknown(world);
  const outbound = await countOutbound(world, asked.outbound);
  const inbound = await countInbound(world, asked.inbound);

  const findings: [string, number, boolean][] = [
    ["inbound messages that people really wrote", inbound.written, true],
    ["inbound lost", inbound.lost, inbound.lost === 0],
    ["inbound shown twice", inbound.doubled, inbound.doubled === 0],
    ["outbound messages asked for", asked.outbound.length, true],
    ["outbound sent twice (ledger)", outbound.doubled, outbound.doubled === 0],
    [
      "outbound lost: neither in the ledger nor listed as unknown",
      first.lostUnlisted,
      first.lostUnlisted === 0,
    ],
    ["ambiguous when the channel was healthy again", settled.listed, true],
    ["of them proven unsent and sent again", settled.sentAgain, true],
    ["ambiguous left unsettled", settled.left, settled.left === 0],
    ["outbound missing in the end", outbound.missing, outbound.missing === 0],
  ];
  return {
    holds: findings.every(([, , holds]) => holds),
    lines: findings.map(([what, count, holds]) => `${holds ? "✓" : "✗"} ${what}: ${count}`),
  };
}

const ON_ITS_WAY = new Set(["queued", "dispatching"]);

async function nothingIsOnItsWay(world: World): Promise<boolean> {
  for await (const message of messagesOf(world)) {
    if (ON_ITS_WAY.has(message.status)) return false;
  }
  return true;
}

async function countOutbound(world: World, asked: readonly Asked[]) {
  const accepted = new Map<string, number>();
  for await (const { body } of ledgerOf(world)) {
    const text = /"body":"(out-\d+)"/.exec(JSON.stringify(body))?.[1];
    if (text) accepted.set(text, (accepted.get(text) ?? 0) + 1);
  }
  const { items } = await world.galka.api("listUnknownSends", {});
  const unknown = new Set(items.map(({ messageId }) => messageId));
  const missing = asked.filter(({ text }) => !accepted.has(text));
  return {
    doubled: [...accepted.values()].filter((count) => count > 1).length,
    missing: missing.length,
    lostUnlisted: missing.filter(({ messageId }) => !unknown.has(messageId)).length,
  };
}

/** What the webhooks did not settle is proven unsent after a while, and a member sends it again. */
async function settleTheUnknown(world: World) {
  const { emulator, api } = world.galka;
  const { items } = await api("listUnknownSends", {});
  // The proof asks for a minimum age and for later sends that were confirmed; both are made to be.
  await emulator.moveClock({ advanceMs: 61 * 60 * 1000 });
  await confirmSomething(world);
  let sentAgain = 0;
  await until(
    "every unknown send is settled",
    async () => {
      const open = (await api("listUnknownSends", {})).items;
      for (const { messageId } of open.filter(({ provenUnsent }) => provenUnsent)) {
        if (messageId === null) continue;
        await api("settleUnknown", { params: { id: messageId }, body: { decision: "send-again" } });
        sentAgain++;
      }
      return open.length === 0;
    },
    // A minute of it passes before the receiver has lived through enough for any proof.
    180_000,
  ).catch(() => null);
  await until("what was sent again has arrived", () => nothingIsOnItsWay(world), 60_000);
  const left = (await api("listUnknownSends", {})).items.length;
  return { listed: items.length, sentAgain, left };
}

/** Sixty later messages of the same number, so that an earlier one without a status stands out. */
async function confirmSomething(world: World): Promise<void> {
  // To many people: one person gets no more than 45 at once, by the pair rate.
  const ids = [...world.conversations.values()];
  for (let n = 0; n < 60; n++) {
    const id = ids[n % ids.length];
    if (id === undefined) throw new Error("There is no conversation.");
    const draft = { kind: "text", text: `later-${n}` } as const;
    const body = { clientId: crypto.randomUUID(), draft };
    // Refused for a minute when all that went before was written within one.
    await until(
      "a later message is taken",
      () => world.galka.api("sendMessage", { params: { id }, body }),
      90_000,
    );
  }
  await until("the later messages have gone out", () => nothingIsOnItsWay(world), 60_000);
}

async function countInbound(world: World, texts: readonly string[]) {
  const written = new Map<string, number>();
  for (const person of world.people) {
    const chat = await world.galka.emulator.messages(person.id, world.galka.number.phoneNumberId);
    if (chat.next !== null) throw new Error("A chat is longer than a page; use more people.");
    for (const { content, direction } of chat.data) {
      if (direction !== "out" || content.kind !== "text" || !content.body.startsWith("in-"))
        continue;
      written.set(content.body, (written.get(content.body) ?? 0) + 1);
    }
  }
  const shown = new Map<string, number>();
  for await (const { direction, content } of messagesOf(world)) {
    if (direction !== "in" || content.kind !== "text" || !content.text.startsWith("in-")) continue;
    shown.set(content.text, (shown.get(content.text) ?? 0) + 1);
  }
  const all = [...new Set([...texts, ...written.keys()])];
  return {
    written: [...written.values()].reduce((sum, count) => sum + count, 0),
    lost: all.filter((text) => (shown.get(text) ?? 0) < (written.get(text) ?? 1)).length,
    doubled: all.filter((text) => (shown.get(text) ?? 0) > (written.get(text) ?? 0)).length,
  };
}

async function* ledgerOf(world: World): AsyncGenerator<LedgerEntryJson> {
  for (let after: string | undefined; ;) {
    const page: ListJson<LedgerEntryJson> = await world.galka.emulator.ledger({
      limit: 1000,
      ...(after === undefined ? {} : { after }),
    });
    yield* page.data;
    if (page.next === null) return;
    after = page.next;
  }
}

async function* messagesOf(world: World): AsyncGenerator<MessageJson> {
  for (const id of world.conversations.values()) {
    for (let cursor: string | null = ""; cursor !== null;) {
      const page: { items: MessageJson[]; next: string | null } = await world.galka.api(
        "listMessages",
        {
          params: { id },
          query: { limit: 100, ...(cursor === "" ? {} : { cursor }) },
        },
      );
      yield* page.items;
      cursor = page.next;
    }
  }
}
