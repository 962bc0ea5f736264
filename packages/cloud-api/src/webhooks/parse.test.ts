import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { JsonObject } from "../wire/json.ts";
import type { WebhookEvent, WebhookEventKind } from "./events.ts";
import { parseWebhook } from "./parse.ts";

const METADATA = { display_phone_number: "+1 555 010 0001", phone_number_id: "200000000000001" };
const TEXT = { id: "wamid.1", timestamp: "1795341600", type: "text", text: { body: "hi" } };
const STATUS = { id: "wamid.1", status: "sent", timestamp: "1795341600" };

describe("parseWebhook", () => {
  it("says whose an event is and when it happened", () => {
    const [event] = messages([{ ...TEXT, from: "15550100101" }]);
    assert.equal(event?.wabaId, "100000000000001");
    assert.equal(event?.phoneNumberId, "200000000000001");
    assert.equal(event?.displayPhoneNumber, "+1 555 010 0001");
    assert.equal(event?.field, "messages");
    assert.deepEqual(event?.occurredAt, new Date(1795341600_000));
  });

  it("hands over the member itself as raw", () => {
    const member = { ...TEXT, from: "15550100101", something_new: { deep: [1] } };
    const [event] = messages([member]);
    assert.equal(event?.raw, member);
  });

  it("takes the time of the entry where a value has none", () => {
    const body = {
      entry: [
        {
          id: "1",
          time: 1795341700,
          changes: [{ field: "account_review_update", value: { decision: "APPROVED" } }],
        },
      ],
    };
    assert.deepEqual(parseWebhook(body)[0]?.occurredAt, new Date(1795341700_000));
  });

  for (const timestamp of ["tomorrow", "", null, -1, "1795341600000", {}, "1e9", " 1795341600"]) {
    it(`has no time for the timestamp ${JSON.stringify(timestamp)}`, () => {
      assert.equal(messages([{ ...TEXT, timestamp }])[0]?.occurredAt, null);
    });
  }

  it("keeps the order of members of different lists", () => {
    const value = {
      metadata: METADATA,
      statuses: [STATUS],
      messages: [TEXT],
      errors: [{ code: 1 }],
    };
    assert.deepEqual(kinds(change("messages", value)), ["status", "message", "error"]);
  });

  it("keeps a message of an unfamiliar type with what is readable of it", () => {
    const contacts = [{ wa_id: "15550100101", profile: { name: "Ana" } }];
    const member = { ...TEXT, type: "hologram", from: "15550100101" };
    const event = only(
      change("messages", { metadata: METADATA, contacts, messages: [member] }),
      "unknown",
    );
    assert.equal(event.reason, "unfamiliar-type");
    assert.equal(event.path, "entry[0].changes[0].value.messages[0]");
    assert.equal(event.message?.id, "wamid.1");
    assert.equal(event.message?.type, "hologram");
    assert.equal(event.message?.person.name, "Ana");
    assert.deepEqual(event.occurredAt, new Date(1795341600_000));
    assert.equal(event.raw, member);
  });

  it("keeps the members of a list it does not know", () => {
    const value = { metadata: METADATA, messages: [TEXT], holograms: [{ id: 1 }, { id: 2 }] };
    assert.deepEqual(kinds(change("messages", value)), ["message", "unknown", "unknown"]);
  });

  it("takes an edit inside an edit for malformed, however deep", () => {
    let message: JsonObject = { type: "text", text: { body: "hi" } };
    for (let depth = 0; depth < 5000; depth += 1) {
      message = { type: "edit", edit: { original_message_id: "wamid.0", message } };
    }
    assert.equal(only(messages([{ ...TEXT, ...message }]), "unknown").reason, "malformed");
  });

  it("lets a body with dangerous keys change nothing but itself", () => {
    const body: unknown = JSON.parse(
      `{"__proto__":{"polluted":1},"entry":[{"id":"1","changes":[{"field":"messages","value":{
        "__proto__":{"polluted":1},"messages":[{"__proto__":{"id":"wamid.9"},"type":"text"}]}}]}]}`,
    );
    const events = parseWebhook(body);
    assert.deepEqual(
      events.map((event) => event.kind),
      ["unknown"],
    );
    assert.equal(Reflect.get({}, "polluted"), undefined);
  });

  for (const type of ["constructor", "toString", "__proto__", "hasOwnProperty"]) {
    it(`does not take the inherited name ${type} for a type or a field`, () => {
      assert.equal(only(messages([{ ...TEXT, type }]), "unknown").reason, "unfamiliar-type");
      assert.equal(only(change(type, {}), "unknown").reason, "unfamiliar-field");
    });
  }

  it("never throws, and gives at least one event, for any JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        assert.ok(parseWebhook(body).length >= 1);
      }),
      { numRuns: 2000 },
    );
  });

  it("never throws for anything in the place of a value, and loses no member", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FIELDS),
        fc.array(fc.jsonValue(), { minLength: 1 }),
        (field, members) => {
          const list = LIST_OF[field] ?? "holograms";
          const events = change(field, { metadata: METADATA, [list]: members });
          const raws = new Set(events.map((event) => event.raw));
          const kept = members.filter((member) => raws.has(member)).length;
          if (LIST_OF[field] !== undefined) assert.equal(kept, members.length);
          else assert.equal(events.length, 1);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("never throws for a payload in which any part was replaced", () => {
    const content = fc.record(
      {
        id: fc.oneof(fc.string(), fc.jsonValue()),
        type: fc.oneof(fc.constantFrom(...TYPES), fc.jsonValue()),
        timestamp: fc.oneof(fc.nat().map(String), fc.jsonValue()),
        from: fc.oneof(fc.string(), fc.jsonValue()),
        ...Object.fromEntries(TYPES.map((type) => [type, fc.jsonValue()])),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(content, { minLength: 1 }), fc.jsonValue(), (members, contacts) => {
        const value = { metadata: METADATA, contacts, messages: members };
        const events = change("messages", value);
        assert.deepEqual(
          events.map((event) => event.raw),
          members,
        );
      }),
      { numRuns: 1000 },
    );
  });
});

const TYPES = [
  "text",
  "image",
  "interactive",
  "contacts",
  "edit",
  "order",
  "reaction",
  "location",
  "system",
  "unsupported",
];
const LIST_OF: { readonly [field: string]: string | undefined } = {
  messages: "statuses",
  calls: "calls",
  history: "history",
  smb_message_echoes: "message_echoes",
  smb_app_state_sync: "state_sync",
  user_preferences: "user_preferences",
  user_id_update: "user_id_update",
  group_lifecycle_update: "groups",
};
const FIELDS = [...Object.keys(LIST_OF), "account_update", "flows", "security", "of_the_future"];

function change(field: string, value: JsonObject): WebhookEvent[] {
  const entry = [{ id: "100000000000001", changes: [{ field, value }] }];
  return parseWebhook({ object: "whatsapp_business_account", entry });
}

function messages(members: readonly unknown[]): WebhookEvent[] {
  return change("messages", { metadata: METADATA, messages: members });
}

function kinds(events: readonly WebhookEvent[]): WebhookEventKind[] {
  return events.map((event) => event.kind);
}

function only<Kind extends WebhookEventKind>(
  events: readonly WebhookEvent[],
  kind: Kind,
): Extract<WebhookEvent, { kind: Kind }> {
  assert.deepEqual(kinds(events), [kind]);
  const found = events.find(
    (event): event is Extract<WebhookEvent, { kind: Kind }> => event.kind === kind,
  );
  assert.ok(found);
  return found;
}
