import type { ChannelAccounts } from "../../channels/accounts.ts";

/** An account of Meta's with one number, which does whatever is asked of it and remembers it. */
export function fakeAccounts(): ChannelAccounts & { readonly done: string[] } {
  const done: string[] = [];
  return {
    done,
    webhookUrl: (channelId) => `https://galka.test/webhooks/whatsapp/${channelId}`,
    async listNumbers(access) {
      if (access.accessToken === "bad") return { refused: "token-invalid", reason: "expired" };
      return [
        {
          phoneNumberId: "1001",
          displayPhone: "+49 30 901820",
          verifiedName: "Jackdaw",
          quality: "green",
          throughputPerSecond: 80,
        },
      ];
    },
    async subscribe() {
      done.push("subscribe");
      return null;
    },
    async unsubscribe(access, { isLast }) {
      done.push(isLast ? "unsubscribe account" : "unsubscribe number");
      if (access.accessToken === "bad") return { refused: "token-invalid", reason: "expired" };
      return null;
    },
    async setCallback() {
      done.push("set-callback");
      return null;
    },
    async register() {
      done.push("register");
      return null;
    },
    async examine() {
      return [
        {
          name: "token",
          verdict: "good",
          words: "token-valid",
          facts: {},
          repair: null,
          evidence: null,
        },
      ];
    },
  };
}
