import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { whatsAppAccounts } from "./whatsapp-accounts.ts";

const ACCESS = {
  accessToken: "EAAfakeTokenOfNobody",
  wabaId: "2002",
  baseUrl: "https://graph.invalid",
  apiVersion: "v26.0",
};

describe("asking for an account's numbers", () => {
  says("no answer came, when nobody answers", "meta-unreachable", () => {
    throw new TypeError("fetch failed");
  });
  says("the token is bad, when Meta says so", "token-invalid", () =>
    graphError(401, { code: 190, message: "Invalid OAuth access token." }),
  );
  says("the account is out of reach, when Meta does not show it", "number-unreachable", () =>
    graphError(400, { code: 100, message: "Unsupported get request." }),
  );

  says("it was Meta's no, for any other reason", "meta-refused", () =>
    graphError(400, { code: 133006, message: "Phone number re-verification needed" }),
  );

  function says(name: string, refused: string, answer: () => Response): void {
    it(`says that ${name}`, async () => {
      const accounts = whatsAppAccounts({
        fetch: async () => answer(),
        publicUrl: "https://galka.example",
        now: () => new Date("2026-11-22T12:00:00Z"),
      });
      const told = await accounts.listNumbers(ACCESS);
      assert.ok("refused" in told);
      assert.equal(told.refused, refused);
    });
  }
});

describe("registering a number", () => {
  it("says that the PIN is wrong, in both languages", async () => {
    const accounts = whatsAppAccounts({
      fetch: async () => graphError(400, { code: 133005, message: "Two step PIN mismatch" }),
      publicUrl: "https://galka.example",
      now: () => new Date("2026-11-22T12:00:00Z"),
    });
    const access = {
      ...ACCESS,
      channelId: "c",
      appId: null,
      phoneNumberId: "1001",
      appSecret: "fake",
    };
    const refusal = await accounts.register(access, "123456");
    assert.ok(refusal?.refused === "meta-refused");
    assert.match(refusal.explanation.en, /PIN is not the one/);
    assert.match(refusal.explanation.ru, /PIN-код не совпадает/);
  });
});

function graphError(status: number, error: object): Response {
  return Response.json({ error }, { status });
}
