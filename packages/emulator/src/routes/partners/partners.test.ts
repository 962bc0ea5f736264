import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DEMO } from "../../demo.ts";
import { objectsAt, textAt } from "../../json.ts";
import { type Answer, problemOf, startDesk, type TestDesk } from "../../testing/desk.ts";

const POOL = `/v26.0/${DEMO.portfolioId}`;
const APP = `/v26.0/${DEMO.appId}`;
const PARTNER_APP = "9876543210987654";
const DAY_MS = 24 * 60 * 60 * 1000;

describe("a number that a partner verifies", () => {
  it("becomes a client's number without a code, and is gone from the pool", async () => {
    await using desk = await startDesk();
    const id = await verified(desk);
    const client = await newClient(desk);
    const claim = { preverified_id: id, verified_name: "Lucky Shrub" };
    const stranger = await desk.graph("POST", `/v26.0/${client.waba}/phone_numbers`, claim);
    assert.match(problemOf(stranger).details, /preverified_id: the pre-verified .* was not found/);

    await share(desk, "POST", id, client.portfolio);
    const made = await desk.graph("POST", `/v26.0/${client.waba}/phone_numbers`, claim);
    const number = textAt(made.body, "id") ?? "";
    const read = await desk.graph("GET", `/v26.0/${number}?fields=code_verification_status`);
    assert.equal(textAt(read.body, "code_verification_status"), "VERIFIED");
    assert.notEqual(number, id);
    assert.equal(problemOf(await desk.graph("GET", `/v26.0/${id}`)).subcode, 33);
    const register = { messaging_product: "whatsapp", pin: "123456" };
    assert.equal((await desk.graph("POST", `/v26.0/${number}/register`, register)).status, 200);
  });

  it("is not given to anybody before its code, nor when the verification is over", async () => {
    await using desk = await startDesk();
    const id = await pooled(desk);
    const claim = { preverified_id: id, verified_name: "Shop" };
    const early = await desk.graph("POST", `/v26.0/${DEMO.wabaId}/phone_numbers`, claim);
    assert.equal(problemOf(early).code, 136024);

    await verify(desk, id);
    await desk.pass(90 * DAY_MS);
    const late = await desk.graph("POST", `/v26.0/${DEMO.wabaId}/phone_numbers`, claim);
    assert.equal(problemOf(late).code, 136024);
    const filter = "code_verification_status=EXPIRED";
    const expired = await desk.graph("GET", `${POOL}/preverified_numbers?${filter}`);
    assert.deepEqual(idsOf(expired), [id]);
  });

  it("takes only the code that was sent, and none once it is verified", async () => {
    await using desk = await startDesk();
    const id = await pooled(desk);
    const none = await desk.graph("POST", `/v26.0/${id}/verify_code`, { code: "000000" });
    assert.equal(problemOf(none).code, 136025);
    const words = await desk.graph("POST", `/v26.0/${id}/verify_code`, { code: "secret" });
    assert.match(problemOf(words).details, /code must be a numeric string/);
    const locale = { code_method: "SMS", language: "English" };
    const language = await desk.graph("POST", `/v26.0/${id}/request_code`, locale);
    assert.match(problemOf(language).details, /language must be a valid locale/);

    await verify(desk, id);
    const again = await desk.graph("POST", `/v26.0/${id}/request_code`, {
      code_method: "VOICE",
      language: "en_US",
    });
    assert.equal(problemOf(again).code, 136024);
  });

  it("is shared once with each partner, by its owner alone, and no longer when that ends", async () => {
    await using desk = await startDesk();
    const client = await newClient(desk);
    const raw = await pooled(desk);
    assert.match(
      problemOf(await share(desk, "POST", raw, client.portfolio)).details,
      /not in a shareable state/,
    );
    await verify(desk, raw);
    assert.match(
      problemOf(await share(desk, "POST", raw, "12345")).details,
      /Invalid partner_business_id: business not found/,
    );
    assert.equal((await share(desk, "POST", raw, client.portfolio)).status, 200);
    assert.match(
      problemOf(await share(desk, "POST", raw, client.portfolio)).details,
      /already shared/,
    );
    const shared = { preverified_id: raw, partner_business_id: DEMO.portfolioId };
    const edge = `/v26.0/${client.portfolio}/share_preverified_numbers`;
    assert.equal(problemOf(await desk.graph("POST", edge, shared)).code, 200);
    const theirs = () => desk.graph("GET", `/v26.0/${client.portfolio}/preverified_numbers`);
    assert.deepEqual(idsOf(await theirs()), [raw]);
    assert.equal((await share(desk, "DELETE", raw, client.portfolio)).status, 200);
    assert.deepEqual(idsOf(await theirs()), []);
  });

  it("cannot be one that somebody has, and can be taken out of the pool", async () => {
    await using desk = await startDesk();
    const id = await pooled(desk);
    const twice = await desk.graph("POST", `${POOL}/add_phone_numbers`, { phone_number: PHONE });
    assert.match(problemOf(twice).details, /already used/);
    const bad = await desk.graph("POST", `${POOL}/add_phone_numbers`, { phone_number: "x" });
    assert.match(problemOf(bad).details, /Invalid phone number/);
    assert.equal((await desk.graph("DELETE", `/v26.0/${id}`)).status, 200);
    assert.deepEqual(idsOf(await desk.graph("GET", `${POOL}/preverified_numbers`)), []);
  });
});

describe("a solution of two partners", () => {
  it("gives the right to send to exactly one of them", async () => {
    await using desk = await startDesk();
    for (const [owner, partner] of [
      [["MESSAGING"], ["MESSAGING"]],
      [[], []],
      [["MANAGE"], []],
    ]) {
      const refused = await makeSolution(desk, {
        owner_permissions: owner,
        partner_permissions: partner,
      });
      assert.match(problemOf(refused).details, /Invalid Permissions for either of the partners/);
    }
    const self = await makeSolution(desk, { partner_app_id: DEMO.appId });
    assert.match(problemOf(self).details, /Invalid parameter value for partner_app_id/);
    const long = await makeSolution(desk, { solution_name: "x".repeat(76) });
    assert.match(problemOf(long).details, /at most 75 characters/);
  });

  it("is accepted by the app that was asked, once, and each step is told", async () => {
    await using desk = await startDesk();
    const id = textAt((await makeSolution(desk, {})).body, "solution_id") ?? "";
    const wrong = await desk.graph("POST", `/v26.0/${id}/accept`, { partner_app_id: "1" });
    assert.deepEqual([wrong.status, problemOf(wrong).subcode], [403, 1349175]);
    const accept = () => desk.graph("POST", `/v26.0/${id}/accept`, { partner_app_id: PARTNER_APP });
    assert.equal((await accept()).status, 200);
    assert.equal(problemOf(await accept()).subcode, 2207051);

    const end = (edge: string) => desk.graph("POST", `/v26.0/${id}/${edge}`, {});
    assert.equal(problemOf(await end("accept_deactivation_request")).subcode, 2207013);
    await end("send_deactivation_request");
    const over = await end("accept_deactivation_request");
    assert.equal(textAt(over.body, "status"), "DEACTIVATED");
    assert.match(
      problemOf(await end("send_deactivation_request")).details,
      /Current status: DEACTIVATED/,
    );
    await desk.pass();
    const told = desk.receiver.received.flatMap(({ body }) =>
      [...body.matchAll(/"solution_status":"(\w+)"/g)].map(([, status]) => status),
    );
    assert.deepEqual(told, ["INITIATED", "ACTIVE", "PENDING_DEACTIVATION", "DEACTIVATED"]);
  });

  it("is refused by its partner, and its end can be refused too", async () => {
    await using desk = await startDesk();
    const id = textAt((await makeSolution(desk, {})).body, "solution_id") ?? "";
    const reject = (body: object) => desk.graph("POST", `/v26.0/${id}/reject`, body);
    assert.match(
      problemOf(await reject({ request_type: "PARTNERSHIP_REQUEST" })).details,
      /partner_app_id is required/,
    );
    assert.match(
      problemOf(await reject({ request_type: "DEACTIVATION_REQUEST" })).details,
      /No pending request of the specified type/,
    );
    const both = { request_type: "PARTNERSHIP_REQUEST", partner_app_id: PARTNER_APP };
    assert.equal((await reject(both)).status, 200);
    const read = await desk.graph("GET", `/v26.0/${id}`);
    assert.equal(textAt(read.body, "status"), "REJECTED");
  });

  it("has accounts by sign-up and by migration, and a token for each business of them", async () => {
    await using desk = await startDesk();
    const first = await activeSolution(desk);
    const second = await activeSolution(desk);
    const client = await newClient(desk, first);
    const solutions = async () => idsOf(await desk.graph("GET", `/v26.0/${client.waba}/solutions`));
    assert.deepEqual(await solutions(), [first]);

    const token = await desk.graph(
      "GET",
      `/v26.0/${first}/access_token?business_id=${client.portfolio}`,
    );
    const granted = textAt(token.body, "access_token") ?? "";
    assert.equal(
      (await desk.graph("GET", `/v26.0/${client.waba}`, undefined, granted)).status,
      200,
    );
    const foreign = await desk.graph("GET", `/v26.0/${DEMO.wabaId}`, undefined, granted);
    assert.equal(foreign.status, 400);

    const intent = (body: object) =>
      desk.graph("POST", `/v26.0/${client.waba}/set_solution_migration_intent`, body);
    const at = new Date(FIRST_HOUR + DAY_MS).toISOString();
    await intent({
      solution_id: second,
      migration_intent: "SCHEDULE_MIGRATION",
      scheduled_migration_time: at,
    });
    assert.match(
      problemOf(await intent({ solution_id: second })).details,
      /already has a pending migration intent/,
    );
    assert.deepEqual(await solutions(), [first]);
    await desk.pass(2 * DAY_MS);
    assert.deepEqual(await solutions(), [second]);
    const none = await desk.graph(
      "GET",
      `/v26.0/${first}/access_token?business_id=${client.portfolio}`,
    );
    assert.match(problemOf(none).details, /has not shared a WABA/);
  });

  it("does not take an account before it is active", async () => {
    await using desk = await startDesk();
    const id = textAt((await makeSolution(desk, {})).body, "solution_id") ?? "";
    const edge = `/v26.0/${DEMO.wabaId}/set_solution_migration_intent`;
    const early = await desk.graph("POST", edge, { solution_id: id });
    assert.match(problemOf(early).details, /cannot be set for solution in current state/);
    await assert.rejects(newClient(desk, id), /no active solution/);
    const words = await desk.graph("POST", edge, { solution_id: "mine" });
    assert.match(problemOf(words).details, /solution_id must be a valid numeric string/);
  });
});

describe("an account held on behalf of a business", () => {
  it("has one open wish, which its owner sees until it is settled", async () => {
    await using desk = await startDesk();
    const solution = await activeSolution(desk);
    const client = await newClient(desk);
    const set = () =>
      desk.graph("POST", `/v26.0/${client.waba}/set_obo_mobility_intent`, {
        waba_id: client.waba,
        solution_id: solution,
      });
    const intent = textAt((await set()).body, "intent_id");
    assert.equal(textAt((await set()).body, "intent_id"), intent);
    const edge = `/v26.0/${client.waba}/in_progress_onbehalf_request`;
    assert.deepEqual(idsOf(await desk.graph("GET", edge)), [intent]);
    const move = (intent_type: string) =>
      desk.graph("POST", `/v26.0/${client.waba}/obo_mobility_intent`, {
        solution_id: solution,
        intent_type,
      });
    assert.equal(textAt((await move("REJECT_HANDOVER")).body, "status"), "REJECTED");
    assert.deepEqual(idsOf(await desk.graph("GET", edge)), []);
    assert.match(problemOf(await move("CONFIRM_TRANSFER")).details, /cannot be created/);
  });

  it("is asked for Marketing Messages only while it has not accepted, and once", async () => {
    await using desk = await startDesk();
    const client = await newClient(desk);
    const edge = `/v26.0/${client.portfolio}/onboard_partners_to_mm_lite`;
    assert.match(
      problemOf(await desk.graph("POST", edge)).details,
      /No eligible WhatsApp Business Accounts/,
    );
    await desk.meta.control.changeMarketing(client.waba, "ELIGIBLE");
    const asked = await desk.graph("POST", edge);
    const again = await desk.graph("POST", edge);
    assert.equal(textAt(again.body, "request_id"), textAt(asked.body, "request_id"));
    const lists = await desk.graph("GET", `${APP}/connected_client_businesses`);
    assert.deepEqual(idsOf(lists), [client.portfolio]);
    const clients = `${POOL}/client_whatsapp_business_accounts`;
    assert.deepEqual(idsOf(await desk.graph("GET", `${clients}?find=${client.waba}`)), [
      client.waba,
    ]);
    assert.deepEqual(idsOf(await desk.graph("GET", `${clients}?find=1`)), []);
  });
});

describe("the contact book", () => {
  it("has whoever exchanged messages with the business, until they are taken out", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    const remove = async (bsuid: string) => {
      const edge = `/v26.0/${DEMO.phoneNumberId}/contact_book`;
      return desk.graph("DELETE", edge, { messaging_product: "whatsapp", bsuid });
    };
    const luz = await control.addPerson({ name: "Luz", phone: "+54 9 11 5555 0101" });
    assert.equal((await remove(luz.bsuid)).body["deleted"], false);
    assert.equal((await remove(desk.ana.bsuid)).body["deleted"], true);
    assert.equal((await remove(desk.ana.bsuid)).body["deleted"], false);
    await desk.pass();
    await control.write(desk.ana.id, DEMO.phoneNumberId, { kind: "text", body: "again" });
    assert.equal((await remove(desk.ana.bsuid)).body["deleted"], true);
    assert.match(problemOf(await remove("US.ENT.123")).details, /parent/);
    assert.match(problemOf(await remove("12015550100")).details, /business-scoped user ID/);
  });

  it("does not have a person who hides their phone number", async () => {
    await using desk = await startDesk();
    await desk.meta.control.changePerson(desk.ana.id, { phoneHidden: true });
    const edge = `/v26.0/${DEMO.phoneNumberId}/contact_book/${desk.ana.bsuid}`;
    const { body } = await desk.graph("DELETE", `${edge}?messaging_product=whatsapp`);
    assert.equal(body["deleted"], false);
  });
});

/** Before the instant at which every desk begins. */
const FIRST_HOUR = Date.UTC(2026, 10, 25, 10);
const PHONE = "+44 20 7946 0900";

async function pooled(desk: TestDesk): Promise<string> {
  const made = await desk.graph("POST", `${POOL}/add_phone_numbers`, { phone_number: PHONE });
  return textAt(made.body, "id") ?? "";
}

async function verify(desk: TestDesk, id: string): Promise<void> {
  await desk.graph("POST", `/v26.0/${id}/request_code`, { code_method: "SMS", language: "en_US" });
  const { data } = await desk.meta.control.preverifiedNumbers();
  const code = data.find((it) => it.id === id)?.code ?? "";
  assert.equal((await desk.graph("POST", `/v26.0/${id}/verify_code`, { code })).status, 200);
}

async function verified(desk: TestDesk): Promise<string> {
  const id = await pooled(desk);
  await verify(desk, id);
  return id;
}

function share(desk: TestDesk, method: string, id: string, partner: string): Promise<Answer> {
  const body = { preverified_id: id, partner_business_id: partner };
  return desk.graph(method, `${POOL}/share_preverified_numbers`, body);
}

async function newClient(desk: TestDesk, solutionId?: string) {
  const { message } = await desk.meta.control.finishSignUp({
    businessName: "Client",
    phone: "+1 201 555 0177",
    ...(solutionId === undefined ? {} : { solutionId }),
  });
  return { waba: message.data.waba_id, portfolio: message.data.business_id };
}

function makeSolution(desk: TestDesk, changes: object): Promise<Answer> {
  return desk.graph("POST", `${APP}/whatsapp_business_solution`, {
    owner_permissions: ["MESSAGING"],
    partner_app_id: PARTNER_APP,
    partner_permissions: [],
    solution_name: "Shop and sender",
    ...changes,
  });
}

async function activeSolution(desk: TestDesk): Promise<string> {
  const id = textAt((await makeSolution(desk, {})).body, "solution_id") ?? "";
  await desk.graph("POST", `/v26.0/${id}/accept`, { partner_app_id: PARTNER_APP });
  return id;
}

function idsOf(answer: Answer): readonly string[] {
  return objectsAt(answer.body, "data").map((it) => textAt(it, "id") ?? "");
}
