import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CallAnswer } from "@galka/contract/client";
import type { PersonJson } from "@galka/emulator/wire/control";
import { freePort } from "../support/galka-process.ts";
import { type SignedInGalka, signedInGalka } from "../support/signed-in.ts";
import { until } from "../support/until.ts";
import type { ChaosOptions } from "./arguments.ts";

/** What the scenario plays in. `galka` is another process after the server was killed. */
export type World = AsyncDisposable & {
  galka: SignedInGalka;
  readonly people: readonly PersonJson[];
  /** The conversation of each person, by the person's id. */
  readonly conversations: ReadonlyMap<string, string>;
  /** Starts Galka again on the same data and ports. */
  restart(): Promise<void>;
};

export async function startWorld(options: ChaosOptions): Promise<World> {
  const data = await mkdtemp(join(tmpdir(), "galka-chaos-"));
  const place = { data, port: await freePort(), emulatorPort: await freePort() };
  const galka = await signedInGalka(place);
  await galka.emulator.changeSettings({
    pairRate: false,
    throughput: "unlimited",
    arrivalDelayMs: 5,
    sentDelayMs: 5,
  });
  const people = await newPeople(galka, options.people);
  const conversations = await conversationsOf(galka, people);

  const world: World = {
    galka,
    people,
    conversations,
    restart: async () => {
      world.galka = await signedInGalka(place);
    },
    async [Symbol.asyncDispose]() {
      await world.galka.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
  return world;
}

async function newPeople(galka: SignedInGalka, count: number): Promise<PersonJson[]> {
  const people: PersonJson[] = [];
  for (let n = 0; n < count; n++) {
    people.push(
      await galka.emulator.addPerson({
        name: `Chaos ${String(n).padStart(4, "0")}`,
        phone: `+49 1550 ${String(1_000_000 + n)}`,
        autoReadMs: n % 2 === 0 ? 50 : null,
      }),
    );
  }
  return people;
}

/** Everybody says hello once, so that everybody has a conversation with an open window. */
async function conversationsOf(
  galka: SignedInGalka,
  people: readonly PersonJson[],
): Promise<Map<string, string>> {
  for (const person of people) {
    const hello = { kind: "text", body: "hello" } as const;
    await galka.emulator.write(person.id, galka.number.phoneNumberId, hello);
  }
  const found = new Map<string, string>();
  await until(
    "everybody has a conversation",
    async () => {
      for (let cursor: string | null = ""; cursor !== null;) {
        const page: CallAnswer<"listConversations"> = await galka.api("listConversations", {
          query: { limit: 100, ...(cursor === "" ? {} : { cursor }) },
        });
        for (const { id, contact } of page.items) {
          const phone = contact.identities.find(({ kind }) => kind === "phone")?.value;
          const person = people.find(({ waId }) => waId === phone);
          if (person) found.set(person.id, id);
        }
        cursor = page.next;
      }
      return found.size === people.length;
    },
    60_000,
  );
  return found;
}
