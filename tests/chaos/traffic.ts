import { randomUUID } from "node:crypto";
import { RefusedError } from "@galka/contract/client";
import type { World } from "./world.ts";

const INBOUND_AT_ONCE = 4;
const OUTBOUND_AT_ONCE = 8;

/** What was asked of Galka: the text, and the message it made of it. */
export type Asked = { readonly text: string; readonly messageId: string };

/** People write; answers the texts. What the emulator has of them is known by asking it afterwards. */
export async function writeInbound(world: World, count: number): Promise<string[]> {
  return inParallel(count, INBOUND_AT_ONCE, async (n) => {
    const text = `in-${n}`;
    const person = personOf(world, n);
    await stubbornly(() =>
      world.galka.emulator.write(person.id, world.galka.number.phoneNumberId, {
        kind: "text",
        body: text,
      }),
    );
    return text;
  });
}

/** A member answers; a call whose end nobody knows is repeated with the same clientId, as the page does. */
export async function writeOutbound(world: World, count: number): Promise<Asked[]> {
  return inParallel(count, OUTBOUND_AT_ONCE, async (n) => {
    const text = `out-${n}`;
    const clientId = randomUUID();
    const id = world.conversations.get(personOf(world, n).id) ?? "";
    const { messageId } = await stubbornly(() =>
      world.galka.api("sendMessage", {
        params: { id },
        body: { clientId, draft: { kind: "text", text } },
      }),
    );
    return { text, messageId };
  });
}

function personOf(world: World, n: number) {
  const person = world.people[n % world.people.length];
  if (!person) throw new Error("There is nobody to write.");
  return person;
}

/** Tries again while something is down; a refusal is an answer and is thrown. */
async function stubbornly<T>(act: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + 120_000;
  for (;;) {
    try {
      return await act();
    } catch (error) {
      const isAnswer = error instanceof RefusedError && error.status < 500 && error.status !== 429;
      if (isAnswer || performance.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function inParallel<T>(
  count: number,
  width: number,
  act: (n: number) => Promise<T>,
): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const n = next++;
      results[n] = await act(n);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
