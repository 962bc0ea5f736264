import { DEMO } from "../demo.ts";

/** For every control route that takes JSON, bodies that it must accept. */
export const SAMPLE_BODIES: Readonly<Record<string, readonly unknown[]>> = {
  "PATCH /settings": [{}, { reviewDelayMs: 0, escaping: "raw", mediaBaseUrl: null }],
  "PATCH /clock": [
    { advanceMs: 1000 },
    { offsetMs: -5 },
    { now: "2026-11-22T12:00:00Z" },
    { frozen: true },
    { steps: 2 },
    { speed: 3600 },
  ],
  "PUT /world": [{}, { seed: "s", wabas: [{ name: "A" }], people: [{ name: "Ana" }] }],
  "POST /people": [{ name: "Ana" }, { name: "Luz", phone: "+54 9 11 5555 0101", autoReadMs: null }],
  "PATCH /people/{person}": [{}, { online: false, username: null }],
  "POST /people/{person}/chats/{chat}/messages": [
    { content: { kind: "text", body: "hi" } },
    { content: { kind: "image", mediaId: "1", caption: "x" }, replyTo: "wamid.1", forwarded: true },
    { content: { kind: "contacts", contacts: [{ name: "Luz" }] } },
  ],
  "POST /people/{person}/messages/{message}/tap": [{ actionId: "a" }, { title: "Yes" }],
  "POST /people/{person}/messages/{message}/reaction": [{ emoji: "👍" }, { emoji: null }],
  "PATCH /people/{person}/messages/{message}": [{ body: "corrected" }],
  "POST /people/{person}/chats/{chat}/report": [{}, { reason: "spam" }, { reason: null }],
  "PUT /people/{person}/phone": [{ phone: "+1 201 555 0177" }],
  "POST /people/{person}/messages/{message}/automatic-event": [
    { event: "lead" },
    { event: "purchase", currency: "USD", price: 12.5 },
  ],
  "POST /wabas/{waba}/happenings": [
    { happens: "deleted" },
    { happens: "restriction", restrictions: ["RESTRICTED_BIZ_INITIATED_MESSAGING"], forMs: 1 },
    { happens: "partner-added", businessId: "10000", partnerBusinessIds: ["20000"] },
    { happens: "alert", alert: "PROFILE_PICTURE_LOST", description: "Lost." },
  ],
  "POST /numbers/{number}/happenings": [
    { happens: "pin-reset-requested" },
    { happens: "trouble", code: 130429, details: "Too much." },
  ],
  "POST /wabas": [{ name: "Shop" }],
  "PATCH /wabas/{waba}": [{ paymentMethod: false }],
  "PATCH /portfolios/{portfolio}/billing": [
    { primaryBusinessLocation: "DE", internationalFrom: "2026-11-22T12:00:00Z", exceptions: [] },
    { internationalFrom: null },
  ],
  "POST /numbers": [{ phone: "+1 201 555 0199", verifiedName: "Shop", wabaId: DEMO.wabaId }],
  "PATCH /numbers/{number}": [{ qualityRating: "RED", allowList: ["12015550100"] }],
  "PATCH /numbers/{number}/line": [{ line: "landline" }],
  "POST /numbers/{number}/name-decision": [
    { decision: "approve" },
    { decision: "reject" },
    { decision: "reject", reason: "NAME_NOT_CONSISTENT" },
  ],
  "POST /numbers/{number}/badge-decision": [{ decision: "reject" }],
  "POST /flows/{flow}/endpoint-requests": [{}, { count: 300, outcome: "timeout_error" }],
  "POST /sign-ups": [{ businessName: "Lucky Shrub", phone: "+1 201 555 0123" }],
  "POST /tokens": [{}, { kind: "user", scopes: [], expiresInMs: 1000 }],
  "POST /templates/{template}/decision": [
    { decision: "approve" },
    { decision: "reject", reason: "ABUSIVE_CONTENT" },
    { decision: "reject", reason: "INVALID_FORMAT", explanation: "x", recommendation: "y" },
    { decision: "recategorize", category: "MARKETING" },
    { decision: "recategorize", category: "UTILITY", notice: "month" },
    { decision: "quality", score: "YELLOW" },
    { decision: "appeal" },
  ],
  "POST /faults": [
    { on: "request", action: { kind: "reset" } },
    {
      on: "webhook",
      match: { status: "read" },
      when: { kind: "every", nth: 3 },
      action: { kind: "drop" },
    },
    { on: "webhook", forMs: 1000, action: { kind: "hold" } },
  ],
  "POST /outages": [{ forMs: 1000 }, { forMs: 1000, startsInMs: 5, status: 502 }],
  "POST /people/{person}/scripts": [
    { steps: [{ waitFor: "message", within: "1h", otherwise: "stop" }, { after: 5000 }] },
    { chat: "106500000000001", steps: [{ after: "2m", do: "read" }, { tap: "Yes" }] },
    { steps: [{ waitFor: { text: "six" } }, { send: "Yes" }, { edit: "No" }, { react: null }] },
    { steps: [{ send: { made: "photo" } }, { send: { kind: "text", body: "There" } }] },
  ],
  "POST /populations": [
    { size: 100, countries: { RU: 1 } },
    {
      name: "Town",
      size: 1_000_000,
      seed: "town",
      countries: { RU: 40, BR: 20 },
      habits: {
        onWhatsApp: 0.97,
        offline: { share: 0.1, lasts: { median: "40m", p90: "6h" } },
        awake: { from: 7, until: 23 },
        messages: {
          marketing: {
            read: { share: 0.7, after: { median: "25m", p90: 30_000_000 } },
            tap: { share: 0.2, titles: { Yes: 2 } },
            answer: { share: 0.1, kinds: { text: 9, image: 1 }, texts: { "How much?": 1 } },
            block: { share: 0.01 },
          },
        },
      },
    },
  ],
  "PATCH /populations/{population}": [{ name: "Village" }, { habits: { readReceipts: 0.5 } }],
  "POST /populations/{population}/visits": [
    { people: 13, over: "21d" },
    {
      phoneNumberId: "106500000000001",
      people: 5,
      over: 60_000,
      texts: { "I'd like to join": 1 },
      kinds: { image: 1 },
    },
  ],
};
