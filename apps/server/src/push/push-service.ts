/** A browser as its push service knows it. */
export type PushTarget = {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
};

export type PushKeys = { readonly publicKey: string; readonly privateKey: string };

export type PushNote = {
  /** Sealed for the browser: its push service cannot read it. */
  readonly payload: string;
  /** A later one of the same topic replaces an earlier one that was not delivered yet. */
  readonly topic: string;
};

/** What became of a push. `gone`: the browser has unsubscribed and will never hear again. */
export type Pushed = "taken" | "gone" | "failed";

/** The push services of the browsers' makers. Never throws. */
export interface PushService {
  makeKeys(): PushKeys;
  push(keys: PushKeys, target: PushTarget, note: PushNote): Promise<Pushed>;
}
