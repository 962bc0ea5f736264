import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { LUZ, says, text } from "../../testing/meta-bodies.ts";
import { type TestApp, WABA_ID, startTestApp } from "../../testing/test-app.ts";
import { rowsOf, threadLines } from "../../testing/thread-lines.ts";
import { retryParked } from "./retry-parked.ts";

describe("retryParked", () => {
  it("applies what waited for its number to be connected, and settles it", async () => {
    await using test = await startTestApp();
    await test.receive(toNumber("555"));
    const id = await parkedId(test);
    assert.deepEqual(await retryParked(test.app, test.member, id), { applied: false });

    await test.connect("555");
    assert.deepEqual(await retryParked(test.app, test.member, id), { applied: true });
    assert.deepEqual(
      (await threadLines(test)).map(({ said }) => said),
      ["Hola"],
    );
    assert.deepEqual(
      await rowsOf(test, "select attempts, resolved_at is null as open from parked_webhooks"),
      [{ attempts: 3, open: false }],
    );
    assert.deepEqual(await retryParked(test.app, test.member, id), { refused: "not-found" });
  });

  it("does nothing twice to the neighbors", async () => {
    await using test = await startTestApp();
    await test.receive(says("1", "neighbor"), toNumber("555"));
    await test.connect("555");
    await retryParked(test.app, test.member, await parkedId(test));
    assert.equal((await threadLines(test)).length, 2);
  });

  it("tells of the member itself, whatever becomes of its neighbors", async () => {
    await using test = await startTestApp();
    const [one, other] = [toNumber("555"), toNumber("666")];
    await test.receive({ ...one, entry: [...one.entry, ...other.entry] });
    await test.connect("555");
    const ids = await rowsOf(
      test,
      "select id from parked_webhooks order by member #>> '{metadata,phone_number_id}', id",
    );
    const applied: boolean[] = [];
    for (const row of ids) {
      assert.ok("id" in row && typeof row.id === "string");
      const told = await retryParked(test.app, test.member, row.id);
      applied.push("applied" in told && told.applied);
    }
    assert.equal(applied.filter(Boolean).length, 1);
    assert.equal((await threadLines(test)).length, 1);
  });

  it("is for those who may administrate, and for their own workspace", async () => {
    await using test = await startTestApp();
    await test.receive(toNumber("555"));
    const id = await parkedId(test);
    const member = { ...test.member, role: "member" } as const;
    assert.deepEqual(await retryParked(test.app, member, id), { refused: "forbidden" });
    const stranger = { ...test.member, workspaceId: await test.database.workspace("Stranger") };
    assert.deepEqual(await retryParked(test.app, stranger, id), { refused: "not-found" });
  });
});

function toNumber(phoneNumberId: string) {
  const value = {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: "1", phone_number_id: phoneNumberId },
    contacts: [{ profile: { name: "Luz" }, wa_id: LUZ.wa_id }],
    messages: [{ from: LUZ.wa_id, ...text("2", "Hola", Number(phoneNumberId)) }],
  };
  const changes = [{ field: "messages", value }];
  return { object: "whatsapp_business_account", entry: [{ id: WABA_ID, changes }] };
}

async function parkedId(test: TestApp): Promise<string> {
  const [row] = await rowsOf(test, "select id from parked_webhooks");
  assert.ok(row && "id" in row && typeof row.id === "string");
  return row.id;
}
