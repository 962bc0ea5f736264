import type { CallAnswer } from "@galka/contract/client";
import { until } from "../../support/until.ts";
import type { Show, Stage } from "./stage.ts";

export type Seen = CallAnswer<"getCampaign">;

/** Whatever is down is asked again until it answers. */
const OUTAGE_MS = 180_000;
const BRAKE_MS = 5_000;

/** How the campaigns stand, as a member would see it. */
export async function look({ house }: Stage, shows: readonly Show[]): Promise<Seen[]> {
  return until(
    "the campaigns are to be seen",
    () => Promise.all(shows.map(({ id }) => house.api("getCampaign", { params: { id } }))),
    OUTAGE_MS,
  );
}

/** Of how many people nobody knows whether they were reached. */
export async function unknownIn(stage: Stage): Promise<number> {
  const seen = await look(stage, stage.shows);
  return seen.reduce((sum, { funnel }) => sum + funnel.unknown, 0);
}

/** How many were accepted by Meta so far, by Meta's own account. */
export function acceptedIn({ countAccepted }: Stage): Promise<number> {
  return until(
    "the ledger is to be counted",
    async () => (await countAccepted()) + 1,
    OUTAGE_MS,
  ).then((count) => count - 1);
}

/** Waits until so many are out, or nothing is left to go out. */
export async function untilAccepted(stage: Stage, count: number): Promise<void> {
  let last = -1;
  let stuckSince = performance.now();
  let lookedAtMs = -Infinity;
  for (;;) {
    const accepted = await acceptedIn(stage);
    if (accepted >= count) return;
    if (accepted > last) stuckSince = performance.now();
    last = accepted;
    const seen = await look(stage, stage.shows);
    if (seen.every(({ state }) => state === "finished")) return;
    if (performance.now() - lookedAtMs > BRAKE_MS) {
      lookedAtMs = performance.now();
      await releaseBrake(stage);
    }
    if (performance.now() - stuckSince > OUTAGE_MS) {
      const states = seen.map(({ state, hold, funnel }) => ({ state, hold, funnel }));
      throw new Error(`Nothing has gone out for minutes: ${JSON.stringify(states)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** All that goes wrong would have the number rest for hours: its owner decides otherwise each time. */
async function releaseBrake({ house, channelId }: Stage): Promise<void> {
  const params = { id: channelId };
  try {
    const { held } = await house.api("getNumberHealth", { params });
    if (held === "none") return;
    const body = { brake: "none", reason: "It is the chaos.", hours: 24 } as const;
    await house.api("overruleBrake", { params, body });
  } catch {
    // Whatever is down is asked again in the next round.
  }
}

/** Keeps the greatest number of unknown sends while something goes wrong. */
export function watchUnknown(stage: Stage): { stop(): Promise<number> } {
  let most = 0;
  const over = new AbortController();
  const watching = (async () => {
    while (!over.signal.aborted) {
      most = Math.max(most, await unknownIn(stage));
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  })();
  return {
    async stop() {
      over.abort();
      await watching;
      return most;
    },
  };
}

/** The people of all campaigns whom Galka lists in a state, page by page as a member would turn them. */
export async function phonesIn(stage: Stage, state: Listed["state"]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const show of stage.shows) {
    for await (const { phone } of listed(stage, show, state)) found.add(digits(phone));
  }
  return found;
}

export type Listed = CallAnswer<"listCampaignRecipients">["items"][number];

export async function* listed(
  { house }: Stage,
  { id }: Show,
  state?: Listed["state"],
): AsyncGenerator<Listed> {
  for (let cursor: string | null = ""; cursor !== null;) {
    const query = {
      limit: 100,
      ...(state === undefined ? {} : { state }),
      ...(cursor === "" ? {} : { cursor }),
    };
    const page: CallAnswer<"listCampaignRecipients"> = await until(
      "the people are to be seen",
      () => house.api("listCampaignRecipients", { params: { id }, query }),
      OUTAGE_MS,
    );
    yield* page.items;
    cursor = page.next;
  }
}

export function digits(phone: string | null): string {
  return (phone ?? "").replace(/\D/gu, "");
}
