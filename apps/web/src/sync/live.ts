import type { PresenceJson } from "@galka/contract/events";

/** How the browser stands with the server at this moment. None of it outlives the page. */
export type Live = {
  /** `starting` until the first snapshot is here; `offline` while the socket is being tried again. */
  readonly status: "starting" | "online" | "offline";
  /** Why the first snapshot did not come; tried again by itself. */
  readonly startFailed: boolean;
  readonly presence: readonly PresenceJson[];
  /** The business's time minus this machine's. Every countdown on the page counts by it. */
  readonly clockOffsetMs: number;
  /** The server's version, to notice that the page is older than the server. */
  readonly version: string | null;
};

export const NOT_YET_LIVE: Live = {
  status: "starting",
  startFailed: false,
  presence: [],
  clockOffsetMs: 0,
  version: null,
};
