import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { idOf } from "@galka/core/kernel/ids";
import { DEMO } from "@galka/emulator";
import { dumpWorkspace } from "@galka/server/testing/table-dump";
import { dumpThroughApi } from "../support/dump.ts";
import { type Line, type Payload, connectLine, payloads } from "../support/payloads.ts";
import { type ToldMessage, toldMessages } from "../support/told-messages.ts";
import { type World, startWorld } from "../support/world.ts";

const ALL: readonly Payload[] = [
  { name: "the messages that others are about", body: whatOthersAreAbout() },
  ...payloads(),
];

describe("every webhook that Meta is known to send", () => {
  let told: Telling;
  let state: object;

  before(async () => {
    told = await startTelling();
    await told.tell(ALL);
    state = await told.state();
  });
  after(() => told[Symbol.asyncDispose]());

  it("is answered 200 within a second", () => {
    assert.equal(told.answers.length, ALL.length);
    assert.deepEqual(
      told.answers.filter(({ status, tookMs }) => status !== 200 || tookMs > 1000),
      [],
    );
  });

  it("is accepted, and each is applied or parked", async () => {
    const { days } = await told.world.api("listReceipts", { params: { id: told.line.channelId } });
    const sum = (of: "accepted" | "applied" | "parked") =>
      days.reduce((total, day) => total + day[of], 0);
    assert.equal(sum("accepted"), told.answers.length);
    assert.equal(sum("applied") + sum("parked"), sum("accepted"));
  });

  it("loses no message: each is in a thread, done to its message, or parked where it is seen", async () => {
    const held = await told.tables();
    const { items } = await told.world.api("listParked", {});
    const parked = new Set(items.map(({ member }) => canonical(member)));
    const isParked = (message: ToldMessage) => parked.has(canonical(message.raw));
    const isInThread = ({ id }: ToldMessage) => held.wamids.has(id);
    const isAboutAnother = ({ type }: ToldMessage) =>
      type === "reaction" || type === "edit" || type === "revoke";

    const lost = ALL.flatMap(({ name, body }) =>
      toldMessages(body)
        .filter((it) => !isInThread(it) && !isAboutAnother(it) && !isParked(it))
        .map(({ raw }) => `${name}: ${JSON.stringify(raw)}`),
    );
    assert.deepEqual(lost, []);
    assert.deepEqual(held.waiting, [], "what is about a message that is known waits for nothing");
  });

  it("shows what it does not know, in a thread or among what is parked", async () => {
    const text = JSON.stringify(state);
    for (const unfamiliar of ["hologram", "teleportation_update", "in_orbit"]) {
      assert.ok(text.includes(unfamiliar), unfamiliar);
    }
  });

  it("changes nothing when all of it comes again, and again backwards", async () => {
    await told.tell(ALL);
    assert.deepEqual(await told.state(), state);
    await told.tell(ALL.toReversed());
    assert.deepEqual(await told.state(), state);
  });

  it("ends in the same state when all of it comes backwards from the beginning", async () => {
    await using backwards = await startTelling();
    await backwards.tell(ALL.toReversed());
    assert.deepEqual(await backwards.state(), state);
  });
});

type Telling = AsyncDisposable & {
  readonly world: World;
  readonly line: Line;
  readonly answers: { readonly name: string; readonly status: number; readonly tookMs: number }[];
  /** Posts one after the other, as they come from Meta, and waits until all are applied. */
  tell(all: readonly Payload[]): Promise<void>;
  state(): Promise<object>;
  tables(): Promise<{ readonly wamids: ReadonlySet<unknown>; readonly waiting: unknown }>;
};

async function startTelling(): Promise<Telling> {
  const began = new Date();
  const world = await startWorld("empty");
  const line = await connectLine(world);
  const answers: { name: string; status: number; tookMs: number }[] = [];
  return {
    world,
    line,
    answers,
    async tell(all) {
      for (const { name, body } of all) {
        const before = performance.now();
        const { status } = await line.deliver(body);
        answers.push({ name, status, tookMs: performance.now() - before });
      }
      await line.caughtUp(answers.length);
    },
    state: () => dumpThroughApi(world, line.channelId, began),
    async tables() {
      const { workspace } = await world.api("getMe", {});
      const held = await dumpWorkspace(world.app, idOf(workspace.id));
      return { wamids: new Set(held.messages.map(({ wamid }) => wamid)), waiting: held.orphans };
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}

/** Reactions, edits, deletions and statuses of the fixtures are about these messages. */
function whatOthersAreAbout(): object {
  const metadata = { display_phone_number: DEMO.phone, phone_number_id: DEMO.phoneNumberId };
  const frame = { messaging_product: "whatsapp", metadata };
  const said = (id: string) => ({
    id: `wamid.FIXTURE${id}`,
    timestamp: "1795341000",
    type: "text",
    text: { body: `Message ${id}` },
  });
  const theirs = { ...said("THEIRS"), from: "15550100101" };
  const ours = ["OURS", "OURS2", "APP1", "APP2"].map((id) => ({
    ...said(id),
    from: DEMO.phone,
    to: "15550100101",
  }));
  const changes = [
    { field: "messages", value: { ...frame, messages: [theirs] } },
    { field: "smb_message_echoes", value: { ...frame, message_echoes: ours } },
  ];
  return { object: "whatsapp_business_account", entry: [{ id: DEMO.wabaId, changes }] };
}

/** Text that is equal when the values are: a database may change the order of keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}
