import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { z } from "zod";
import { DEMO } from "../demo.ts";
import { EMPTY_FLOW_JSON } from "../flows/json/versions.ts";
import { isObject, type JsonObject, objectsAt, parseJson, textAt } from "../json.ts";
import { startDesk, type TestDesk } from "../testing/desk.ts";
import { SAMPLE_BODIES } from "../testing/sample-bodies.ts";
import { createTemplate, sendTemplate } from "../testing/template-desk.ts";
import { CONTROL_ROUTES } from "./all-routes.ts";
import ANSWERS from "./answer-schemas.json" with { type: "json" };
import { answerSchema } from "./open-api.ts";
import type { ControlRoute } from "./route.ts";

/** What the parts of a path are, by name. */
type Parts = Record<string, string>;

/** Makes of a world what a route needs, and says what its path and body are. */
type Prepare = (
  desk: TestDesk,
) => Promise<{ readonly parts?: Parts; readonly body?: object; readonly query?: string }>;

describe("an answer of the control API", () => {
  const json = CONTROL_ROUTES.filter((it) => it.answerType === undefined);

  it("has a type that the document knows", () => {
    const unknown = json.filter((it) => !("$ref" in plain(answerSchema(it.answer))));
    assert.deepEqual(
      unknown.map((it) => it.path),
      ["/world-schema.json"],
    );
  });

  it("is refused by its schema with a key more, or less", () => {
    const schema = schemaOf("OkJson");
    assert.equal(schema.safeParse({ ok: true }).success, true);
    assert.equal(schema.safeParse({ ok: true, more: 1 }).success, false);
    assert.equal(schema.safeParse({}).success, false);
  });

  describe("is as its schema says:", () => {
    for (const route of json) {
      it(`${route.method} ${route.path}`, async () => {
        await using desk = await startDesk({ settings: { pairRate: false } });
        await checkAnswer(desk, route);
      });
    }
  });
});

async function checkAnswer(desk: TestDesk, route: ControlRoute): Promise<void> {
  const name = `${route.method} ${route.path}`;
  const given = await (PREPARED[name] ?? nothing)(desk);
  const parts: Parts = {
    person: desk.ana.id,
    chat: DEMO.phoneNumberId,
    number: DEMO.phoneNumberId,
    waba: DEMO.wabaId,
    portfolio: DEMO.portfolioId,
    ...given.parts,
  };
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, part: string) => {
    const value = parts[part];
    assert.ok(value !== undefined && value !== "", `${name} needs its {${part}} prepared`);
    return encodeURIComponent(value);
  });
  const body = given.body ?? SAMPLE_BODIES[name]?.[0];
  const answer = await fetch(`${desk.meta.url}/_emulator${path}${given.query ?? ""}`, {
    method: route.method,
    ...(body === undefined ? {} : { body: bytesOf(body) }),
  });
  const text = await answer.text();
  assert.equal(answer.status, 200, `${name}: ${text}`);
  const value = parseJson(text);
  const read = schemaOf(route.answer).safeParse(value);
  assert.ok(read.success, `${name}: ${String(read.error)}\n${text}`);
  if (route.answer.startsWith("ListJson<") && isObject(value)) {
    assert.ok(objectsAt(value, "data").length > 0, `${name} has to be made to answer something`);
  }
}

function bytesOf(body: unknown): string | Uint8Array<ArrayBuffer> {
  return body instanceof Uint8Array ? Uint8Array.from(body) : JSON.stringify(body);
}

function plain(schema: JsonObject): JsonObject {
  const data = isObject(schema["properties"]) ? schema["properties"]["data"] : undefined;
  return isObject(data) && isObject(data["items"]) ? data["items"] : schema;
}

const DEFS = parseJson(JSON.stringify(ANSWERS).replaceAll("#/components/schemas/", "#/$defs/"));
const SCHEMAS = new Map<string, z.ZodType>();

function schemaOf(answer: string): z.ZodType {
  const known = SCHEMAS.get(answer);
  if (known !== undefined) return known;
  const text = JSON.stringify(answerSchema(answer));
  const own = parseJson(text.replaceAll("#/components/schemas/", "#/$defs/"));
  assert.ok(isObject(own) && isObject(DEFS));
  const whole: JsonObject = { ...own, $defs: DEFS };
  const made = z.fromJSONSchema(whole);
  SCHEMAS.set(answer, made);
  return made;
}

const nothing: Prepare = async () => ({});

async function message(desk: TestDesk): Promise<string> {
  const { id } = await desk.meta.control.write(desk.ana.id, DEMO.phoneNumberId, {
    kind: "text",
    body: "Is it ready?",
  });
  return id;
}

const ownMessage: Prepare = async (desk) => ({ parts: { message: await message(desk) } });

const theirMessage: Prepare = async (desk) => {
  const wamid = await desk.send({ type: "text", text: { body: "Yes." } });
  await desk.pass();
  return { parts: { message: wamid } };
};

const withTemplate: Prepare = async (desk) => {
  const template = await createTemplate(desk);
  await sendTemplate(desk, "order_ready");
  await desk.pass();
  return { parts: { template } };
};

const withFlow: Prepare = async (desk) => {
  const categories = ["APPOINTMENT_BOOKING"];
  const body = { name: "Booking", categories, flow_json: EMPTY_FLOW_JSON, publish: true };
  const made = await desk.graph("POST", `/v26.0/${DEMO.wabaId}/flows`, body);
  return { parts: { flow: textAt(made.body, "id") ?? "" } };
};

const withPopulation: Prepare = async (desk) => {
  const { id } = await desk.meta.control.addPopulation({ size: 50, countries: { RU: 1, BR: 1 } });
  return { parts: { population: id } };
};

const withVisits: Prepare = async (desk) => {
  const prepared = await withPopulation(desk);
  const population = prepared.parts?.["population"] ?? "";
  await desk.meta.control.addVisits(population, { people: 5, over: "1h" });
  return prepared;
};

const withScript: Prepare = async (desk) => {
  const script = await desk.meta.control.addScript(desk.ana.id, { steps: [{ send: "Hello" }] });
  return { parts: { script: script.id } };
};

const withFault: Prepare = async (desk) => {
  const { id } = await desk.meta.control.addFault({ on: "webhook", action: { kind: "drop" } });
  return { parts: { fault: id } };
};

const withSend: Prepare = async (desk) => {
  await theirMessage(desk);
  const [delivery] = (await desk.meta.control.deliveries()).data;
  const [request] = (await desk.meta.control.requests()).data;
  return { parts: { delivery: delivery?.id ?? "", request: request?.id ?? "" } };
};

const withBill: Prepare = async (desk) => {
  const prepared = await withTemplate(desk);
  await desk.pass(60_000);
  return prepared;
};

const withFeedback: Prepare = async (desk) => {
  await theirMessage(desk);
  await desk.meta.control.block(desk.ana.id, DEMO.phoneNumberId);
  return {};
};

const withOrder: Prepare = async (desk) => {
  const parameters = { reference_id: "order-1", currency: "INR" };
  const action = { name: "review_and_pay", parameters };
  const interactive = { type: "order_details", body: { text: "Your order" }, action };
  const wamid = await desk.send({ type: "interactive", interactive });
  await desk.pass();
  return { parts: { message: wamid } };
};

const withAgent: Prepare = async (desk) => {
  await desk.meta.control.happenToNumber(DEMO.phoneNumberId, { happens: "agent-on" });
  return {};
};

/** What a route needs beside the desk's own business and person, and its sample of a body. */
const PREPARED: Readonly<Record<string, Prepare>> = {
  "GET /people/{person}/chats/{chat}": theirMessage,
  "GET /people/{person}/chats/{chat}/messages": theirMessage,
  "POST /people/{person}/messages/{message}/tap": async (desk) => {
    const reply = { id: "yes", title: "Yes" };
    const wamid = await desk.send({
      type: "interactive",
      interactive: {
        type: "button",
        body: { text: "Ready?" },
        action: { buttons: [{ type: "reply", reply }] },
      },
    });
    await desk.pass();
    return { parts: { message: wamid }, body: { title: "Yes" } };
  },
  "POST /people/{person}/messages/{message}/reaction": theirMessage,
  "POST /people/{person}/messages/{message}/play": theirMessage,
  "PATCH /people/{person}/messages/{message}": ownMessage,
  "DELETE /people/{person}/messages/{message}": ownMessage,
  "POST /people/{person}/messages/{message}/automatic-event": ownMessage,
  "POST /people/{person}/messages/{message}/payment": withOrder,
  "POST /people/{person}/chats/{chat}/agent-reply": withAgent,
  "GET /feedback": withFeedback,
  "GET /people/{person}/scripts": withScript,
  "DELETE /people/{person}/scripts/{script}": withScript,
  "GET /populations": withPopulation,
  "GET /populations/{population}": withPopulation,
  "PATCH /populations/{population}": withPopulation,
  "DELETE /populations/{population}": withPopulation,
  "GET /populations/{population}/people": withPopulation,
  "GET /populations/{population}/visits": withVisits,
  "POST /populations/{population}/visits": withPopulation,
  "POST /media": async () => ({ body: new Uint8Array([1, 2, 3]), query: "?filename=a.png" }),
  "GET /tokens": async (desk) => {
    await desk.meta.control.addToken({});
    return {};
  },
  "DELETE /tokens/{token}": async (desk) => {
    const { token } = await desk.meta.control.addToken({});
    return { parts: { token } };
  },
  "GET /templates": withTemplate,
  "POST /templates/{template}/decision": withTemplate,
  "GET /flows": withFlow,
  "PATCH /flows/{flow}": withFlow,
  "POST /flows/{flow}/endpoint-requests": withFlow,
  "POST /numbers/{number}/name-decision": async (desk) => {
    const change = { new_display_name: "Lucky Shrub" };
    await desk.meta.control.changeSettings({ reviewer: false });
    await desk.graph("POST", `/v26.0/${DEMO.phoneNumberId}`, change);
    return {};
  },
  "GET /preverified-numbers": async (desk) => {
    const body = { phone_number: "+44 20 7946 0900" };
    await desk.graph("POST", `/v26.0/${DEMO.portfolioId}/add_phone_numbers`, body);
    return {};
  },
  "GET /ledger": withSend,
  "GET /ledger/count": withSend,
  "GET /ledger/groups": async (desk) => {
    await withSend(desk);
    return { query: "?min=1" };
  },
  "GET /deliveries": withSend,
  "GET /deliveries/{delivery}": withSend,
  "POST /deliveries/{delivery}/redeliver": withSend,
  "GET /bill": async (desk) => {
    await withBill(desk);
    return { query: "?by=category,country" };
  },
  "GET /bill/lines": withBill,
  "GET /bill/statement": async (desk) => {
    await withBill(desk);
    return { query: "?month=2026-11" };
  },
  "GET /faults": withFault,
  "DELETE /faults/{fault}": withFault,
  "GET /requests": withSend,
  "GET /requests/{request}": withSend,
  "POST /requests/{request}/replay": withSend,
  "GET /explain/{code}": async () => ({ parts: { code: "131047" } }),
  "PUT /snapshot": async (desk) => ({ body: await desk.meta.snapshot() }),
  "GET /standing": withFeedback,
};
