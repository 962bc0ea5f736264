import type { PlaceInOrder } from "@galka/postgres/stores/campaigns/planned-people";
import type { App } from "../../../app.ts";

/** How far a process has looked through those behind people who wait for a place of the tier. */
type Look = {
  /** The last who was looked at; null is from the first on. */
  readonly after: PlaceInOrder | null;
  /** When nobody was behind any more; null before. */
  readonly endedAt: Date | null;
  readonly at: Date;
};

const looks = new WeakMap<App, Map<string, Look>>();

/** So long after the end everybody is looked at anew: somebody of them may have written meanwhile. */
const REST_MS = 5 * 60_000;
const FORGOTTEN_MS = 60 * 60_000;

/** After whom a campaign's people are to be looked at: after the last one, or from the first on. */
export function lookOnAfter(app: App, campaignId: string, now: Date): PlaceInOrder | null {
  const look = looks.get(app)?.get(campaignId);
  return !look || isRested(look, now) ? null : look.after;
}

/** Notes that people were looked at up to `last`; null is that nobody was behind. */
export function noteLook(app: App, campaignId: string, now: Date, last: PlaceInOrder | null): void {
  const known = looks.get(app) ?? new Map<string, Look>();
  looks.set(app, known);
  const found = known.get(campaignId);
  const before = found && !isRested(found, now) ? found : null;
  const endedAt = before?.endedAt ?? (last === null ? now : null);
  known.set(campaignId, { after: last ?? before?.after ?? null, endedAt, at: now });
  for (const [id, { at }] of known) {
    if (now.getTime() - at.getTime() > FORGOTTEN_MS) known.delete(id);
  }
}

function isRested({ endedAt }: Look, now: Date): boolean {
  return endedAt !== null && now.getTime() - endedAt.getTime() >= REST_MS;
}
