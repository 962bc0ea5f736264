import { generateKeyPairSync } from "node:crypto";
import { z } from "zod";
import { accepted, health, id, instant, listOf, success, wholeListOf } from "../answers.ts";
import { type Case, kept, type Places } from "../case.ts";

const FLOW_JSON = {
  version: "6.0",
  screens: [
    {
      id: "WELCOME",
      title: "Welcome",
      terminal: true,
      success: true,
      data: {},
      layout: {
        type: "SingleColumnLayout",
        children: [
          { type: "TextHeading", text: "Hello" },
          {
            type: "Footer",
            label: "Done",
            "on-click-action": { name: "complete", payload: {} },
          },
        ],
      },
    },
  ],
};

const validationError = z.looseObject({
  error: z.string(),
  error_type: z.string(),
  message: z.string(),
  line_start: z.number(),
  line_end: z.number(),
  column_start: z.number(),
  column_end: z.number(),
});

const preview = z.strictObject({ preview_url: z.url(), expires_at: instant });
const flow = (it: Places) => `/v23.0/${kept(it, "flow")}`;

/** The management of flows, their key, sends of them, and their endpoint's metrics. */
export const flowCases: readonly Case[] = [
  {
    name: "create a flow",
    method: "POST",
    path: (it) => `/v23.0/${it.waba}/flows`,
    body: () => ({ name: "Booking", categories: ["OTHER"], flow_json: JSON.stringify(FLOW_JSON) }),
    answer: z.looseObject({ id }),
    keep: { flow: "id" },
  },
  {
    name: "upload a file with a mistake",
    method: "POST",
    path: (it) => `${flow(it)}/assets`,
    body: () => file({ ...FLOW_JSON, screens: [{ ...FLOW_JSON.screens[0], nonsense: 1 }] }),
    answer: z.strictObject({
      success: z.literal(true),
      validation_errors: z.array(validationError).min(1),
    }),
  },
  {
    name: "upload a file without one",
    method: "POST",
    path: (it) => `${flow(it)}/assets`,
    body: () => file(FLOW_JSON),
    answer: z.strictObject({ success: z.literal(true), validation_errors: z.array(z.never()) }),
  },
  {
    name: "change a flow",
    method: "POST",
    path: flow,
    body: () => ({ name: "Booking a table", categories: '["OTHER"]' }),
    answer: success,
  },
  read(
    "a flow",
    "id,name,categories,preview,status,validation_errors,json_version,health_status,whatsapp_business_account,application",
    z.strictObject({
      id,
      name: z.string(),
      categories: z.array(z.string()),
      preview,
      status: z.literal("DRAFT"),
      validation_errors: z.array(validationError),
      json_version: z.string(),
      health_status: health,
      whatsapp_business_account: z.looseObject({ id, name: z.string() }),
      application: z.strictObject({ link: z.url(), name: z.string(), id }),
    }),
  ),
  read("a preview", "preview.invalidate(false)", z.strictObject({ preview, id })),
  {
    name: "read the flows",
    method: "GET",
    path: (it) => `/v23.0/${it.waba}/flows`,
    answer: listOf(
      z.strictObject({
        id,
        name: z.string(),
        status: z.string(),
        categories: z.array(z.string()),
        validation_errors: z.array(validationError),
      }),
    ),
  },
  {
    name: "read a flow's files",
    method: "GET",
    path: (it) => `${flow(it)}/assets`,
    answer: z.looseObject({
      data: z.array(
        z.strictObject({
          name: z.string(),
          asset_type: z.literal("FLOW_JSON"),
          download_url: z.url(),
        }),
      ),
    }),
  },
  {
    name: "set the key",
    method: "POST",
    path: (it) => `/v23.0/${it.number}/whatsapp_business_encryption`,
    body: () => form({ business_public_key: publicKey() }),
    answer: success,
  },
  {
    name: "read the key",
    method: "GET",
    path: (it) => `/v23.0/${it.number}/whatsapp_business_encryption`,
    answer: wholeListOf(
      z.strictObject({
        business_public_key: z.string(),
        business_public_key_signature_status: z.enum(["VALID", "MISMATCH"]),
      }),
    ),
  },
  send("a draft by its id", (it) => ({ flow_id: kept(it, "flow"), mode: "draft" })),
  { name: "publish a flow", method: "POST", path: (it) => `${flow(it)}/publish`, answer: success },
  send("a published flow by its name", () => ({ flow_name: "Booking a table" })),
  ...[
    "REQUEST_COUNT",
    "REQUEST_ERROR",
    "REQUEST_ERROR_RATE",
    "REQUEST_LATENCY_SECONDS_CEIL",
    "AVAILABILITY",
  ].map(metric),
  {
    name: "deprecate a flow",
    method: "POST",
    path: (it) => `${flow(it)}/deprecate`,
    answer: success,
  },
  {
    name: "create a flow to be deleted",
    method: "POST",
    path: (it) => `/v23.0/${it.waba}/flows`,
    body: () => ({ name: "Short", categories: ["OTHER"] }),
    answer: z.looseObject({ id }),
    keep: { flow: "id" },
  },
  { name: "delete a draft", method: "DELETE", path: flow, answer: success },
];

function read(name: string, fields: string, answer: z.ZodType): Case {
  return {
    name: `read ${name}`,
    method: "GET",
    path: (it) => `${flow(it)}?fields=${fields}`,
    answer,
  };
}

function send(name: string, parameters: (places: Places) => object): Case {
  return {
    name: `send ${name}`,
    method: "POST",
    path: (it) => `/v23.0/${it.number}/messages`,
    body: (it) => ({
      messaging_product: "whatsapp",
      to: it.desk.ana.waId,
      type: "interactive",
      interactive: {
        type: "flow",
        body: { text: "Book a table" },
        action: {
          name: "flow",
          parameters: {
            flow_message_version: "3",
            flow_token: "t",
            flow_cta: "Book",
            flow_action: "navigate",
            flow_action_payload: { screen: "WELCOME", data: { a: "b" } },
            ...parameters(it),
          },
        },
      },
    }),
    answer: accepted,
  };
}

/** The phones of the emulator do not open flows: the control API writes the requests down. */
function metric(kind: string): Case {
  const name = `ENDPOINT_${kind}`;
  const record = async (it: Places) => {
    const { control } = it.desk.meta;
    await control.recordFlowRequests(kept(it, "flow"), { count: 300 });
    await control.recordFlowRequests(kept(it, "flow"), { count: 5, outcome: "timeout_error" });
  };
  const point = z.strictObject({
    timestamp: instant,
    data: z.array(z.strictObject({ key: z.string(), value: z.number() })).min(1),
  });
  const answer = z.strictObject({
    id,
    metric: z.strictObject({
      granularity: z.literal("DAY"),
      name: z.literal(name),
      data_points: z.array(point).min(1),
    }),
  });
  return { ...read(name, `metric.name(${name}).granularity(DAY)`, answer), before: record };
}

function file(json: object): FormData {
  const blob = new Blob([JSON.stringify(json)], { type: "application/json" });
  return form({ name: "flow.json", asset_type: "FLOW_JSON" }, blob);
}

function form(fields: Readonly<Record<string, string>>, blob?: Blob): FormData {
  const made = new FormData();
  for (const [key, value] of Object.entries(fields)) made.set(key, value);
  if (blob !== undefined) made.set("file", blob, "flow.json");
  return made;
}

function publicKey(): string {
  const { publicKey: key } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return key.export({ type: "spki", format: "pem" }).toString();
}
