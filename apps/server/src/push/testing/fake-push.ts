import type { PushKeys, PushNote, PushService, PushTarget, Pushed } from "../push-service.ts";

export type Heard = { readonly endpoint: string; readonly note: PushNote; readonly keys: PushKeys };

/** A push service with a memory. What it answers can be changed. */
export function fakePush(): PushService & { readonly heard: Heard[]; answer: Pushed } {
  let made = 0;
  return {
    heard: [],
    answer: "taken",
    makeKeys() {
      made += 1;
      return { publicKey: `public-${made}`, privateKey: `fake-private-${made}` };
    },
    async push(keys, { endpoint }: PushTarget, note) {
      this.heard.push({ endpoint, note, keys });
      return this.answer;
    },
  };
}
