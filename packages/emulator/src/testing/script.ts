import { createHash } from "node:crypto";
import { DEMO } from "../demo.ts";
import { type Emulator, startEmulator } from "../start-emulator.ts";
import type { PersonJson } from "../wire/control.ts";
import { addressOf } from "./address.ts";
import { graphOf } from "./desk.ts";

/** What a play came to, for comparing it with another one. */
export type Played = {
  readonly ledger: string;
  readonly webhooks: string;
  /** Status and body of each Graph call, or that its answer was lost. */
  readonly answers: string;
  /** The bodies that each receiver got, in order. */
  readonly received: Readonly<Record<string, readonly string[]>>;
};

export type Play = {
  readonly seed: string;
  /** How long a receiver or a file server takes. */
  readonly slowly: () => Promise<unknown>;
  readonly dataDir?: string;
  /** Rounds before which the emulator is stopped and started again. */
  readonly restartAt?: readonly number[];
};

const ROUNDS = 30;
const HOUR = 60 * 60 * 1000;
const SECOND_WABA = "102200000000077";
const SECOND_NUMBER = "106500000000077";
const HELLO = { type: "template", template: { name: "hello_world", language: { code: "en_US" } } };

/** The emulator that is on stage, and everything that is needed to act. */
type Stage = {
  readonly play: Play;
  readonly received: Record<string, string[]>;
  readonly answers: string[];
  meta: Emulator;
  people: readonly PersonJson[];
  /** Numbers of people who act by their habits. */
  crowd: readonly string[];
};

/**
 * Plays one and the same story: people write, read, react, tap, go and come
 * back, others live by their habits; a business sends texts, files by link and templates that a reviewer
 * looks at; requests and webhooks fail by chance, in real weather; the clock is
 * moved and never runs.
 */
export async function playScript(play: Play): Promise<Played> {
  const received: Record<string, string[]> = {};
  const meta = await open(play, received);
  const stage: Stage = { play, received, answers: [], people: [], crowd: [], meta };
  try {
    return await playOn(stage);
  } finally {
    await stage.meta[Symbol.asyncDispose]();
  }
}

async function playOn(stage: Stage): Promise<Played> {
  const { play, received } = stage;
  await prepare(stage);
  for (let round = 0; round < ROUNDS; round += 1) {
    if (play.restartAt?.includes(round) === true) {
      await stage.meta[Symbol.asyncDispose]();
      stage.meta = await open(play, received);
    }
    await playRound(stage, round);
  }
  await stage.meta.control.moveClock({ advanceMs: 10 * 24 * HOUR });
  const { control } = stage.meta;
  return {
    ledger: await control.ledgerText(),
    webhooks: await control.deliveriesText(),
    answers: stage.answers.join("\n"),
    received,
  };
}

function open(play: Play, received: Record<string, string[]>): Promise<Emulator> {
  return startEmulator({
    seed: play.seed,
    fetch: (input, init) => outside(play, received, addressOf(input), init?.body),
    ...(play.dataDir === undefined ? {} : { dataDir: play.dataDir }),
    // Where links and media begin must not depend on the port.
    publicUrl: "http://emulator.test",
  });
}

/** Receivers and file servers: slow, and some webhooks are refused the first time or two. */
async function outside(
  play: Play,
  received: Record<string, string[]>,
  address: string,
  body: unknown,
): Promise<Response> {
  await play.slowly();
  const url = new URL(address);
  const challenge = url.searchParams.get("hub.challenge");
  if (challenge !== null) return new Response(challenge);
  if (url.hostname === "files.test") {
    return new Response(`file ${url.pathname}`, { headers: { "content-type": "text/plain" } });
  }
  const text = String(body);
  const bodies = (received[url.pathname] ??= []);
  const triedBefore = bodies.filter((it) => it === text).length;
  bodies.push(text);
  const dislike = createHash("sha256").update(text).digest()[0] ?? 0;
  if (dislike < 40 && triedBefore < 2) return new Response("later", { status: 503 });
  return new Response("ok", { status: dislike > 250 ? 202 : 200 });
}

async function prepare(stage: Stage): Promise<void> {
  const { control } = stage.meta;
  await control.moveClock({ frozen: true });
  await control.moveClock({ now: "2026-12-01T00:00:00Z" });
  await control.changeSettings({ weather: "real", pairRate: false, reviewDelayMs: 90_000 });
  await control.addWaba({ name: "Second", id: SECOND_WABA });
  await control.addNumber({
    phone: "+1 555 010 0777",
    verifiedName: "Second",
    wabaId: SECOND_WABA,
    id: SECOND_NUMBER,
  });
  for (const [waba, path] of [
    [DEMO.wabaId, "one"],
    [SECOND_WABA, "two"],
  ] as const) {
    await graph(stage, "POST", `/${waba}/subscribed_apps`, {
      override_callback_uri: `http://receivers.test/${path}`,
      verify_token: "any",
    });
  }
  const people: PersonJson[] = [];
  for (let count = 0; count < 8; count += 1) {
    people.push(
      await control.addPerson({
        name: `Person ${count}`,
        online: count % 4 !== 3,
        autoReadMs: count % 3 === 0 ? 45_000 : null,
        phoneHidden: count === 5,
      }),
    );
  }
  stage.people = people;
  const { id } = await control.addPopulation({
    size: 300,
    countries: { RU: 2, BR: 1, US: 1 },
    seed: stage.play.seed,
  });
  stage.crowd = (await control.members(id, { limit: 200 })).data.map((it) => it.waId);
  await control.addVisits(id, { people: 20, over: "30h" });
  await addFaults(stage);
}

async function addFaults({ meta: { control } }: Stage): Promise<void> {
  const chance = (probability: number) => ({ kind: "probability", probability, seed: 7 }) as const;
  const match = { path: "/messages" };
  await control.addFault({
    on: "request",
    match,
    when: chance(0.1),
    action: { kind: "graph-error", code: 131016 },
  });
  await control.addFault({
    on: "request",
    match,
    when: chance(0.1),
    action: { kind: "lose-answer" },
  });
  await control.addFault({ on: "webhook", when: chance(0.1), action: { kind: "duplicate" } });
  await control.addFault({
    on: "webhook",
    when: chance(0.1),
    action: { kind: "delay", ms: 5 * HOUR },
  });
  await control.addFault({ on: "webhook", when: chance(0.05), action: { kind: "drop" } });
}

async function playRound(stage: Stage, round: number): Promise<void> {
  const { control } = stage.meta;
  const person = stage.people[round % stage.people.length];
  if (person === undefined) throw new Error("nobody is on stage");
  const number = round % 3 === 0 ? SECOND_NUMBER : DEMO.phoneNumberId;
  const { id } = await control.write(person.id, number, { kind: "text", body: `round ${round}` });
  await send(stage, number, person, { text: { body: `answer ${round}` } });
  await send(stage, number, person, {
    type: "document",
    document: { link: `http://files.test/${round}`, filename: "a.txt" },
  });
  await send(stage, number, person, {
    type: "document",
    document: { link: `http://files.test/again-${round}`, filename: "b.txt" },
  });
  await submitAndSend(stage, round, person);
  await control.moveClock({ advanceMs: 400 + ((round * 7919) % 5000) });
  await act(stage, round, { person, number, id });
  if (round % 10 === 9) await control.moveClock({ advanceMs: 26 * HOUR });
}

async function submitAndSend(stage: Stage, round: number, person: PersonJson): Promise<void> {
  if (round % 6 === 2) {
    await graph(stage, "POST", `/${DEMO.wabaId}/message_templates`, {
      name: `notice_${round}`,
      language: "en_US",
      category: round % 4 === 0 ? "MARKETING" : "UTILITY",
      components: [{ type: "BODY", text: `Your order of round ${round} is ready.` }],
    });
  }
  for (const to of stage.crowd.slice(round * 4, round * 4 + 4)) {
    await sendTo(stage, DEMO.phoneNumberId, { to }, HELLO);
  }
  const name = round % 6 === 5 ? `notice_${round - 3}` : "hello_world";
  await send(stage, DEMO.phoneNumberId, person, {
    type: "template",
    template: { name, language: { code: "en_US" } },
  });
}

/** One of the things that people do, another one in each round. */
async function act(
  { meta: { control } }: Stage,
  round: number,
  on: { readonly person: PersonJson; readonly number: string; readonly id: string },
): Promise<void> {
  const { person, number, id } = on;
  switch (round % 7) {
    case 0:
      await control.open(person.id, number);
      return;
    case 1:
      await control.changePerson(person.id, { online: round % 2 === 0 });
      return;
    case 2:
      await control.react(person.id, id, "👍");
      return;
    case 3:
      await control.edit(person.id, id, "corrected");
      return;
    case 4:
      await control.changePerson(person.id, { online: true });
      await control.read(person.id, number);
      return;
    case 5:
      await control.changePhone(person.id, `+1 202 555 01${String(round).padStart(2, "0")}`);
      return;
    default:
      await control.close(person.id, number);
      await control.deleteMessage(person.id, id);
  }
}

function send(stage: Stage, number: string, person: PersonJson, message: object): Promise<void> {
  const address = person.phoneHidden ? { recipient: person.bsuid } : { to: person.waId };
  return sendTo(stage, number, address, message);
}

function sendTo(stage: Stage, number: string, address: object, message: object): Promise<void> {
  return graph(stage, "POST", `/v26.0/${number}/messages`, {
    messaging_product: "whatsapp",
    ...address,
    biz_opaque_callback_data: `${number}-${stage.answers.length}`,
    ...message,
  });
}

/** Calls Graph and notes the answer; one that is lost is noted as such. */
async function graph(stage: Stage, method: string, path: string, body: object): Promise<void> {
  try {
    const answer = await graphOf(stage.meta.url)(method, path, body);
    stage.answers.push(`${answer.status} ${JSON.stringify(answer.body)}`);
  } catch {
    stage.answers.push("lost");
  }
}
