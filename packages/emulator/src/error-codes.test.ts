import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { DEMO } from "./demo.ts";
import { objectsAt, textAt } from "./json.ts";
import { problemOf, startDesk } from "./testing/desk.ts";
import { sendText } from "./testing/physics-desk.ts";
import { createTemplate } from "./testing/template-desk.ts";

/** Which test causes a code by a situation, and not by a rule of the faults. */
const CAUSED: readonly {
  readonly codes: readonly number[];
  readonly file: string;
  readonly test: string;
}[] = [
  {
    codes: [33],
    file: "routes/accounts.test.ts",
    test: "sees nothing of an account it does not reach",
  },
  {
    codes: [100],
    file: "routes/flows/flows.test.ts",
    test: "has a name of its own and categories that Meta knows",
  },
  {
    codes: [190],
    file: "routes/accounts.test.ts",
    test: "is refused with 190 and 401 when missing, unknown, revoked or expired",
  },
  {
    codes: [200],
    file: "routes/accounts.test.ts",
    test: "may stand in the query, and needs the permission",
  },
  {
    codes: [368, 131031],
    file: "limits/refuse-send.test.ts",
    test: "is warned, held with 368, and locked with 131031, harder each time",
  },
  {
    codes: [80007],
    file: "routes/accounts/account-life.test.ts",
    test: "has 200 calls for an account without a registered number, and ends",
  },
  {
    codes: [80008],
    file: "routes/templates/create-template.test.ts",
    test: "as the hundred and first of an hour, and not an hour later",
  },
  {
    codes: [130429],
    file: "routes/messages.test.ts",
    test: "with 130429 beyond 80 messages a second",
  },
  {
    codes: [130472],
    file: "limits/refuse-send.test.ts",
    test: "fails with 130472 for those in the experiment, unless they have written",
  },
  {
    codes: [130497],
    file: "limits/refuse-send.test.ts",
    test: "may not write to closed countries (130497)",
  },
  {
    codes: [131008],
    file: "templates/send-template.test.ts",
    test: "for a missing picture, link, code or end of an offer",
  },
  { codes: [131009], file: "routes/messages.test.ts", test: "with 131009 for a malformed number" },
  { codes: [131021], file: "routes/messages.test.ts", test: "with 131021 to the number itself" },
  {
    codes: [131026],
    file: "routes/messages.test.ts",
    test: "fails by webhook with 131026 for who is not there or has blocked the business",
  },
  {
    codes: [131030],
    file: "routes/messages.test.ts",
    test: "with 131030 from a test number to who is not on its list",
  },
  {
    codes: [131042],
    file: "routes/messages.test.ts",
    test: "fails by webhook with 131042 when a template cannot be paid",
  },
  {
    codes: [131047],
    file: "limits/refuse-send.test.ts",
    test: "open with a message, a tap and a call, and close after exactly 24 hours",
  },
  {
    codes: [131048],
    file: "limits/reach-person.test.ts",
    test: "stops the 251st person outside the window with 131048, and frees places after 24 hours",
  },
  {
    codes: [131049],
    file: "limits/refuse-send.test.ts",
    test: "stops with 131049 at the person's own limit, until a day has passed or they write",
  },
  {
    codes: [131050],
    file: "limits/refuse-send.test.ts",
    test: "stops with 131050 when they want none, and the business hears both wishes",
  },
  {
    codes: [131053],
    file: "routes/messages.test.ts",
    test: "fails by webhook with 131053 when it cannot be fetched",
  },
  {
    codes: [131055, 134100],
    file: "routes/numbers/marketing-messages.test.ts",
    test: "takes nothing but marketing templates",
  },
  {
    codes: [131056],
    file: "routes/messages.test.ts",
    test: "with 131056 after 45 messages to one person, until six seconds have passed",
  },
  {
    codes: [131057],
    file: "limits/reach-person.test.ts",
    test: "comes with the 100,000th person of a day, and takes a minute of 131057",
  },
  {
    codes: [131059],
    file: "routes/templates/templates.test.ts",
    test: "is paged, filtered and summed up",
  },
  {
    codes: [131061],
    file: "routes/numbers/marketing-messages.test.ts",
    test: "is the only way for a template with the most that it may cost",
  },
  {
    codes: [132000, 132005, 132007, 132012, 132018],
    file: "templates/send-template.test.ts",
    test: "for what its values are, with the code of each rule",
  },
  {
    codes: [132001],
    file: "templates/send-template.test.ts",
    test: "for a name, a language or a status that cannot be sent",
  },
  {
    codes: [132015],
    file: "limits/judge-quality.test.ts",
    test: "drops what is held with 132015, and pauses the template, when people object",
  },
  {
    codes: [132016],
    file: "limits/judge-quality.test.ts",
    test: "pauses again only for what people say after the pause, and disables at the third time",
  },
  {
    codes: [132068, 132069],
    file: "routes/flows/flows.test.ts",
    test: "is not sent while the flow is blocked, and ten times an hour while it is throttled",
  },
  {
    codes: [133005, 133008, 133009],
    file: "routes/numbers/number-life.test.ts",
    test: "cannot be guessed: it slows down, then locks, until it is set anew",
  },
  {
    codes: [133006, 136025],
    file: "routes/accounts.test.ts",
    test: "goes from adding over code and PIN to sending",
  },
  {
    codes: [133010],
    file: "routes/messages.test.ts",
    test: "with 133010 from a number that is not registered, 131031 from a locked account",
  },
  {
    codes: [133015],
    file: "routes/numbers/number-life.test.ts",
    test: "is told by its error, and can be registered anew after five minutes",
  },
  {
    codes: [133016],
    file: "routes/accounts.test.ts",
    test: "cannot be registered and deregistered more than ten times in 72 hours",
  },
  {
    codes: [134101, 134102],
    file: "routes/numbers/marketing-messages.test.ts",
    test: "does not know a template that is being synced, or cannot be sent",
  },
  {
    codes: [134103],
    file: "routes/numbers/marketing-messages.test.ts",
    test: "falls back to plain sending for an account without the terms, unless it must not",
  },
  {
    codes: [136024],
    file: "routes/numbers/number-life.test.ts",
    test: "is not sent for ever, nor to a number that is verified",
  },
  {
    codes: [139100],
    file: "routes/accounts.test.ts",
    test: "blocks who wrote within 24 hours, and hears nothing of them",
  },
  {
    codes: [147001],
    file: "routes/numbers/number-life.test.ts",
    test: "is suggested, claimed, refused to others, moved and given up",
  },
  {
    codes: [2388019],
    file: "routes/templates/create-template.test.ts",
    test: "as the 251st of a business that is not verified",
  },
  {
    codes: [2388023],
    file: "routes/templates/templates.test.ts",
    test: "takes its name with it for 30 days when deleted",
  },
  {
    codes: [2388024],
    file: "routes/templates/templates.test.ts",
    test: "exists once in a language, and has one category in all",
  },
  {
    codes: [2388039],
    file: "routes/templates/templates.test.ts",
    test: "can be edited once a day while approved, and never its category",
  },
  {
    codes: [2388040],
    file: "routes/templates/create-template.test.ts",
    test: "for a body of 1,025 characters",
  },
  {
    codes: [2388043],
    file: "routes/templates/create-template.test.ts",
    test: "without the example of a variable",
  },
  {
    codes: [2388046],
    file: "routes/templates/create-template.test.ts",
    test: "for a name with capitals",
  },
  {
    codes: [2388047],
    file: "routes/templates/create-template.test.ts",
    test: "for an emoji in the header",
  },
  {
    codes: [2388060],
    file: "routes/templates/create-template.test.ts",
    test: "for quick replies around a link",
  },
  {
    codes: [2388072],
    file: "routes/templates/create-template.test.ts",
    test: "for variables that skip a number",
  },
  {
    codes: [2388073],
    file: "routes/templates/create-template.test.ts",
    test: "for a variable in the footer",
  },
  {
    codes: [2388155],
    file: "routes/templates/create-template.test.ts",
    test: "for the name of a sample",
  },
  {
    codes: [2388293],
    file: "routes/templates/create-template.test.ts",
    test: "for too many variables",
  },
  {
    codes: [2388299],
    file: "routes/templates/create-template.test.ts",
    test: "for a variable at the end",
  },
];

/** Codes that no situation of this emulator brings about, and why. */
const NOT_CAUSED: readonly { readonly codes: readonly number[]; readonly because: string }[] = [
  {
    codes: [1, 2, 131000, 131016, 133004, 135000, 2494100],
    because: "a failure of Meta's own, which the faults play",
  },
  {
    codes: [0, 3, 10, 131005],
    because: "what a token lacks is told with 190 and 200, as Graph does for these edges",
  },
  { codes: [4], because: "the app's own hour is told with 80007, that of the account" },
  { codes: [613, 138024, 138025], because: "calling is not emulated" },
  { codes: [130501, 131060], because: "groups and companion devices are not emulated" },
  {
    codes: [131051, 131052],
    because: "they stand in a webhook about what a person sent, and are no answer to a business",
  },
  { codes: [131045, 133000], because: "they come from certificates of the On-Premises API" },
  { codes: [134011], because: "payments are not emulated" },
  {
    codes: [2388001, 2388012, 2388091, 2388093, 2388103, 2593079, 2593085],
    because: "moving numbers and templates between accounts is not emulated",
  },
  { codes: [2593107, 2593108, 2593109], because: "coexistence is not emulated" },
  {
    codes: [200005, 200006, 200007, 2388077],
    because: "the tests beside the analytics cause them, by what they ask of an edge",
  },
  { codes: [1752041], because: "onboarding to marketing messages happens on Meta's pages" },
  {
    codes: [139000, 139101, 139102, 139103],
    because: "Meta's own judgement about a block list, of which nothing is published",
  },
  { codes: [147002, 147003, 147004], because: "they hang on a Facebook account" },
  { codes: [141002], because: "it stands in a health status and is no error of a call" },
];

/** Codes that the tests of this file cause. */
const CAUSED_HERE = [131037, 131062, 137000];

// Meta: docs/…/support/error-codes, and the pages of templates, flows, marketing messages and
// the block list, read 2026-11. Groups (1310xx, 1312xx) and calling (138xxx) have their own rooms.
const ALL_CODES = [
  0, 1, 2, 3, 4, 10, 33, 100, 190, 200, 368, 613, 80007, 80008, 130429, 130472, 130497, 130501,
  131000, 131005, 131008, 131009, 131016, 131021, 131026, 131030, 131031, 131037, 131042, 131045,
  131047, 131048, 131049, 131050, 131051, 131052, 131053, 131055, 131056, 131057, 131059, 131060,
  131061, 131062, 132000, 132001, 132005, 132007, 132012, 132015, 132016, 132018, 132068, 132069,
  133000, 133004, 133005, 133006, 133008, 133009, 133010, 133015, 133016, 134011, 134100, 134101,
  134102, 134103, 135000, 136024, 136025, 137000, 138024, 138025, 139000, 139100, 139101, 139102,
  139103, 141002, 147001, 147002, 147003, 147004, 200005, 200006, 200007, 1752041, 2388001, 2388012,
  2388019, 2388023, 2388024, 2388039, 2388040, 2388043, 2388046, 2388047, 2388060, 2388072, 2388073,
  2388077, 2388091, 2388093, 2388103, 2388155, 2388293, 2388299, 2494100, 2593079, 2593085, 2593107,
  2593108, 2593109,
];

/** A test's own lines, or those of a row of a table of tests. */
function linesOf(file: string, test: string): string {
  const source = readFileSync(join(import.meta.dirname, file), "utf8");
  const [, after] = source.split(`"${test}"`);
  assert.ok(after !== undefined, `There is no test "${test}" in ${file}`);
  return after.split(/\n {0,4}(?:it\(|describe\(|\[)/)[0] ?? "";
}

describe("error codes", () => {
  it("are each caused by a situation in a test, or cannot be", () => {
    for (const { codes, file, test } of CAUSED) {
      const lines = linesOf(file, test).replaceAll(/(?<=\d)_(?=\d)/g, "");
      for (const code of codes) {
        assert.match(lines, new RegExp(`\\b${code}\\b`), `"${test}" says nothing of ${code}`);
      }
    }
  });

  it("are all of Meta's, each once", () => {
    const told = [...CAUSED, ...NOT_CAUSED].flatMap((it) => it.codes);
    assert.deepEqual(
      [...told, ...CAUSED_HERE].toSorted((a, b) => a - b),
      ALL_CODES.toSorted((a, b) => a - b),
    );
  });

  it("have 137000 for a hash from before somebody set WhatsApp up anew", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    const settings = { user_identity_change: { enable_identity_key_check: true } };
    await desk.graph("POST", `/${DEMO.phoneNumberId}/settings`, settings);
    const write = () =>
      control.write(desk.ana.id, DEMO.phoneNumberId, { kind: "text", body: "It is me" });
    await write();
    await desk.pass();
    const [told] = desk.receiver.values().flatMap((value) => objectsAt(value, "contacts"));
    const hash = textAt(told ?? {}, "identity_key_hash");
    const send = () =>
      desk.graph("POST", `/${DEMO.phoneNumberId}/messages`, {
        messaging_product: "whatsapp",
        to: desk.ana.waId,
        recipient_identity_key_hash: hash,
        text: { body: "Your card ends in 1234" },
      });
    assert.equal((await send()).status, 200);
    await control.setUpAnew(desk.ana.id);
    assert.equal(problemOf(await send()).code, 137000);
  });

  it("have 131062 for a code sent to somebody whose number is not known", async () => {
    await using desk = await startDesk();
    await createTemplate(desk, {
      name: "login_code",
      category: "AUTHENTICATION",
      components: [
        { type: "BODY", add_security_recommendation: true },
        { type: "BUTTONS", buttons: [{ type: "OTP", otp_type: "COPY_CODE", text: "Copy" }] },
      ],
    });
    const code = [{ type: "text", text: "123456" }];
    const refused = await desk.graph("POST", `/${DEMO.phoneNumberId}/messages`, {
      messaging_product: "whatsapp",
      recipient: desk.ana.bsuid,
      type: "template",
      template: {
        name: "login_code",
        language: { code: "en_US" },
        components: [
          { type: "body", parameters: code },
          { type: "button", sub_type: "url", index: "0", parameters: code },
        ],
      },
    });
    assert.equal(problemOf(refused).code, 131062);
  });

  it("have 131037 for a number whose display name was declined", async () => {
    await using desk = await startDesk();
    await desk.meta.control.changeNumber(DEMO.phoneNumberId, { nameStatus: "DECLINED" });
    assert.equal(problemOf(await sendText(desk, desk.ana.waId)).code, 131037);
  });
});
