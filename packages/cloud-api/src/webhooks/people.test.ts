import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { JsonObject } from "../wire/json.ts";
import type { Person } from "./events.ts";
import { parseWebhook } from "./parse.ts";

const NOBODY: Person = {
  waId: null,
  userId: null,
  parentUserId: null,
  name: null,
  username: null,
  identityKeyHash: null,
};
const ANA = { wa_id: "1", user_id: "US.1", profile: { name: "Ana", username: "@ana" } };
const LUZ = { wa_id: "2", user_id: "US.2", profile: { name: "Luz" } };

describe("the sender of a message", () => {
  check("is joined by the phone number", { from: "2" }, [ANA, LUZ], {
    waId: "2",
    userId: "US.2",
    name: "Luz",
  });
  check("is joined by the user id", { from_user_id: "US.2" }, [ANA, LUZ], {
    waId: "2",
    userId: "US.2",
    name: "Luz",
  });
  check("loses the @ before the user name", { from: "1" }, [ANA, LUZ], {
    waId: "1",
    userId: "US.1",
    name: "Ana",
    username: "ana",
  });
  check(
    "goes by the user id where the two disagree",
    { from: "1", from_user_id: "US.2" },
    [ANA, LUZ],
    {
      waId: "1",
      userId: "US.2",
      name: "Luz",
    },
  );
  check("is the only contact when the message has no id", {}, [LUZ], {
    waId: "2",
    userId: "US.2",
    name: "Luz",
  });
  check("is not the only contact when that is another person", { from: "3" }, [LUZ], { waId: "3" });
  check(
    "is known by its ids without contacts",
    { from_user_id: "US.3", from_parent_user_id: "US.ENT.3" },
    undefined,
    {
      userId: "US.3",
      parentUserId: "US.ENT.3",
    },
  );
  check("is nobody when Meta says nothing", {}, undefined, {});
  check("survives contacts that are none", { from: "1" }, "nonsense", { waId: "1" });
  check(
    "has the parent and the identity of the contact",
    { from: "1" },
    [{ ...ANA, parent_user_id: "US.ENT.1", identity_key_hash: "RmFrZQ==" }],
    {
      waId: "1",
      userId: "US.1",
      parentUserId: "US.ENT.1",
      name: "Ana",
      username: "ana",
      identityKeyHash: "RmFrZQ==",
    },
  );

  function check(name: string, ids: JsonObject, contacts: unknown, expected: Partial<Person>) {
    it(name, () => {
      const message = { id: "wamid.1", timestamp: "1", type: "text", text: { body: "hi" }, ...ids };
      const [event] = parse({ ...(contacts !== undefined && { contacts }), messages: [message] });
      assert.ok(event?.kind === "message");
      assert.deepEqual(event.sender, { ...NOBODY, ...expected });
    });
  }
});

describe("the recipient of a status", () => {
  check(
    "is a person",
    { recipient_id: "1", recipient_user_id: "US.1" },
    { waId: "1", userId: "US.1" },
    null,
  );
  check(
    "has the parent in its first spelling",
    { recipient_parent_user_id: "US.ENT.1" },
    { parentUserId: "US.ENT.1" },
    null,
  );
  check(
    "has the parent in its second spelling",
    { parent_recipient_user_id: "US.ENT.1" },
    { parentUserId: "US.ENT.1" },
    null,
  );
  check(
    "is a participant of a group",
    {
      recipient_type: "group",
      recipient_id: "G",
      recipient_participant_id: "1",
      recipient_participant_user_id: "US.1",
    },
    { waId: "1", userId: "US.1" },
    "G",
  );
  check(
    "is a participant in the other spelling",
    { recipient_type: "group", recipient_id: "G", participant_recipient_id: "1" },
    { waId: "1" },
    "G",
  );

  function check(name: string, ids: JsonObject, expected: Partial<Person>, groupId: string | null) {
    it(name, () => {
      const [event] = parse({
        statuses: [{ id: "wamid.1", status: "read", timestamp: "1", ...ids }],
      });
      assert.ok(event?.kind === "status");
      assert.deepEqual(event.recipient, { ...NOBODY, ...expected });
      assert.equal(event.groupId, groupId);
    });
  }

  it("comes with the callback data, the price and the errors", () => {
    const pricing = { billable: true, pricing_model: "PMP", type: "regular", category: "utility" };
    const errors = [{ code: 131026, title: "Message undeliverable" }];
    const status = { id: "wamid.1", status: "failed", timestamp: "1", pricing, errors };
    const [event] = parse({ statuses: [{ ...status, biz_opaque_callback_data: "v1.fake" }] });
    assert.ok(event?.kind === "status");
    assert.equal(event.bizOpaqueCallbackData, "v1.fake");
    assert.deepEqual(event.pricing, pricing);
    assert.deepEqual(event.errors, errors);
  });

  it("finds the price inside the conversation of a group", () => {
    const pricing = { billable: true, category: "group_utility" };
    const status = {
      id: "wamid.1",
      status: "read",
      timestamp: "1",
      conversation: { id: "c", pricing },
    };
    const [event] = parse({ statuses: [status] });
    assert.ok(event?.kind === "status");
    assert.deepEqual(event.pricing, pricing);
  });
});

describe("the person of an earlier chat", () => {
  it("is that of the thread, whoever wrote", () => {
    const frame = { timestamp: "1", type: "text", text: { body: "hi" } };
    const thread = {
      id: "1",
      messages: [
        { ...frame, id: "wamid.1", from: "15550100001" },
        { ...frame, id: "wamid.2", from: "1" },
      ],
    };
    const events = parseWebhook({
      entry: [
        {
          id: "9",
          changes: [
            {
              field: "history",
              value: {
                metadata: { display_phone_number: "+1 555 0100001", phone_number_id: "8" },
                history: [{ metadata: { phase: 0, progress: 10 }, threads: [thread] }],
              },
            },
          ],
        },
      ],
    }).filter((event) => event.kind === "history-message");
    assert.deepEqual(
      events.map((event) => [event.direction, event.person.waId]),
      [
        ["outbound", "1"],
        ["inbound", "1"],
      ],
    );
  });
});

function parse(value: JsonObject) {
  return parseWebhook({ entry: [{ id: "9", changes: [{ field: "messages", value }] }] });
}
