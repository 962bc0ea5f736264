import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { describe, it } from "node:test";
import { idOf } from "@galka/core/kernel/ids";
import { openEgress } from "../../egress/egress.ts";
import { says, second } from "../../testing/meta-bodies.ts";
import { type TestApp, startTestApp } from "../../testing/test-app.ts";
import { rowsOf } from "../../testing/thread-lines.ts";
import { fireDueRules } from "./fire-rules.ts";
import { type CallToMake, makeRuleCall } from "./make-rule-call.ts";
import { createRule, readRuleSecret, updateRule } from "./write-rules.ts";

const CALLS =
  "select state, attempts, status_code as code, problem from rule_calls order by created_at";

describe("the call of a rule", () => {
  it("tells what was seen, signed over its time and its body", async () => {
    await using test = await startTestApp();
    const { call, ruleId } = await callOf(test, "https://crm.example/hook");
    const outside = answering(200);
    await makeRuleCall(test.app, outside, call, false);

    const [asked] = outside.asked;
    assert.ok(asked);
    assert.equal(asked.url, "https://crm.example/hook");
    const told = JSON.parse(asked.body);
    assert.equal(told.id, call.callId);
    assert.deepEqual(told.rule, { id: ruleId, name: "Tell the CRM" });
    assert.deepEqual([told.message.text, told.contact.phone], ["hours?", "5491155550101"]);

    const secret = await secretOf(test, ruleId);
    const [, time, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(asked.signature) ?? [];
    assert.equal(Number(time) * 1000, test.clock.now().getTime());
    const expected = createHmac("sha256", secret).update(`${time}.${asked.body}`).digest("hex");
    assert.equal(signature, expected);
    assert.deepEqual(await rowsOf(test, CALLS), [
      { state: "delivered", attempts: 1, code: 200, problem: null },
    ]);
  });

  it("is made once, and signed with the same secret after the rule was changed", async () => {
    await using test = await startTestApp();
    const { call, ruleId } = await callOf(test, "https://crm.example/hook");
    const secret = await secretOf(test, ruleId);
    await updateRule(test.app, test.member, idOf(ruleId), { name: "Tell them" });
    assert.equal(await secretOf(test, ruleId), secret);
    const outside = answering(204);
    await makeRuleCall(test.app, outside, call, false);
    await makeRuleCall(test.app, outside, call, false);
    assert.equal(outside.asked.length, 1);
  });

  it("is tried again with the same id while it is answered badly, and given up in the end", async () => {
    await using test = await startTestApp();
    const { call } = await callOf(test, "https://crm.example/hook");
    const outside = answering(500);
    await assert.rejects(makeRuleCall(test.app, outside, call, false), /tried again: HTTP 500/);
    assert.deepEqual(await rowsOf(test, CALLS), [
      { state: "waiting", attempts: 1, code: 500, problem: "HTTP 500" },
    ]);
    await makeRuleCall(test.app, outside, call, true);
    assert.deepEqual(await rowsOf(test, CALLS), [
      { state: "failed", attempts: 2, code: 500, problem: "HTTP 500" },
    ]);
    assert.deepEqual(
      outside.asked.map(({ id }) => id),
      [call.callId, call.callId],
    );
  });

  it("is queued to be tried ten times, each later than the one before", async () => {
    await using test = await startTestApp();
    await callOf(test, "https://crm.example/hook");
    // The queue waits e to the power of the attempt, in seconds.
    const jobs = await rowsOf(
      test,
      "select max_attempts as most from graphile_worker.jobs where task_identifier = 'make-rule-call'",
    );
    assert.deepEqual(jobs, [{ most: 10 }]);
  });

  it("waits for an answer no longer than it may", async () => {
    await using test = await startTestApp();
    const { call } = await callOf(test, "https://crm.example/hook");
    const timeout = new DOMException("The operation was aborted due to timeout", "TimeoutError");
    const outside = answering(timeout);
    await assert.rejects(makeRuleCall(test.app, outside, call, false));
    assert.ok(outside.asked[0]?.signal instanceof AbortSignal);
    assert.deepEqual(await rowsOf(test, CALLS), [
      { state: "waiting", attempts: 1, code: null, problem: timeout.message },
    ]);
  });

  it("is over when the other side says that it is gone", async () => {
    await using test = await startTestApp();
    const { call } = await callOf(test, "https://crm.example/hook");
    await makeRuleCall(test.app, answering(410), call, false);
    assert.deepEqual(await rowsOf(test, CALLS), [
      { state: "failed", attempts: 1, code: 410, problem: "HTTP 410" },
    ]);
  });

  for (const host of ["127.0.0.1", "10.1.2.3", "169.254.169.254", "[::1]", "localhost"]) {
    it(`never reaches ${host}, and is not tried again`, async () => {
      await using test = await startTestApp();
      const { call } = await callOf(test, "https://crm.example/hook");
      // Written down before addresses were looked at, or a name that leads elsewhere by now.
      await rowsOf(test, `update rule_calls set url = 'https://${host}/admin'`);
      await using egress = openEgress({ trustedOrigins: [] });
      await makeRuleCall(test.app, egress, call, false);
      const [row] = await rowsOf(test, "select state, problem from rule_calls");
      assert.ok(row && "state" in row && "problem" in row);
      assert.equal(row.state, "failed");
      assert.match(String(row.problem), /public internet/);
    });
  }

  it("leaves nothing of the contact, the message or the secret where calls are written down", async () => {
    await using test = await startTestApp();
    const { call, ruleId } = await callOf(test, "https://crm.example/hook");
    await assert.rejects(makeRuleCall(test.app, answering(503), call, false), (error) => {
      assert.doesNotMatch(String(error), /hours|Luz|5491155550101/);
      return true;
    });
    const kept = JSON.stringify(await rowsOf(test, "select * from rule_calls"));
    assert.doesNotMatch(kept, /hours|Luz|5491155550101/);
    assert.ok(!kept.includes(await secretOf(test, ruleId)));
  });
});

async function callOf(test: TestApp, url: string) {
  test.clock.set(new Date(Number(second(0)) * 1000));
  const made = await createRule(test.app, test.member, {
    name: "Tell the CRM",
    isOn: true,
    trigger: { kind: "message" },
    conditions: [],
    actions: [{ kind: "webhook", url }],
    restMinutes: 0,
    mostPerHour: 1000,
    isLast: false,
  });
  assert.ok("id" in made, JSON.stringify(made));
  await test.receive(says("1", "hours?"));
  await fireDueRules(test.app);
  const [row] = await rowsOf(test, "select id from rule_calls");
  assert.ok(row && "id" in row && typeof row.id === "string");
  const call: CallToMake = { workspaceId: test.workspaceId, callId: row.id };
  return { call, ruleId: made.id };
}

async function secretOf(test: TestApp, ruleId: string): Promise<string> {
  const read = await readRuleSecret(test.app, test.member, idOf(ruleId));
  assert.ok("secret" in read && read.secret !== null);
  return read.secret;
}

type Asked = {
  readonly url: string;
  readonly id: string;
  readonly signature: string;
  readonly body: string;
  readonly signal: unknown;
};

/** The other side: answers with a status, or not at all, and remembers what it was asked. */
function answering(how: number | Error) {
  const asked: Asked[] = [];
  return {
    asked,
    async fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
      const headers = new Headers(init?.headers);
      asked.push({
        url: input instanceof Request ? input.url : input.toString(),
        id: headers.get("galka-call-id") ?? "",
        signature: headers.get("galka-signature") ?? "",
        body: typeof init?.body === "string" ? init.body : "",
        signal: init?.signal,
      });
      if (typeof how !== "number") throw how;
      return new Response(null, { status: how });
    },
  };
}
