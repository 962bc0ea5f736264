import type { WorkspaceId } from "@galka/core/kernel/ids";
import { inWorkspace } from "@galka/postgres/database";
import { listDirectory } from "@galka/postgres/stores/channel-directory";
import { findBrakeRecord } from "@galka/postgres/stores/health/brakes";
import { findToldOfNumber } from "@galka/postgres/stores/health/health-facts";
import { forgetSignals } from "@galka/postgres/stores/health/signals";
import { forgetTierPeople } from "@galka/postgres/stores/health/tier-people";
import type { App } from "../../app.ts";
import type { PushService } from "../../push/push-service.ts";
import type { NumberPlace } from "../channels/open-number.ts";
import { pushAlarms } from "../push/push-alarms.ts";
import { judgeNumber } from "./judge-number.ts";
import { refreshStanding } from "./refresh-standing.ts";

/** Meta counts such calls: 5,000 an hour and account. */
const ASK_EVERY_MS = 5 * 60_000;
const LOOK_EVERY_MS = 60_000;

export type SweepWish = {
  readonly push: PushService;
  readonly signal: AbortSignal;
  /** The workspaces in which something has happened: their numbers are looked at whatever the time. */
  readonly hinted: ReadonlySet<string>;
};

/**
 * Looks at every number whose last look is a minute old, and at once where
 * something has happened that is about its health.
 *
 * When it was last looked at and asked stands with the number, so several
 * processes together look no oftener than one.
 */
export async function sweepHealth(app: App, { push, signal, hinted }: SweepWish): Promise<void> {
  const places = await listDirectory(app.db);
  for (const place of places) {
    if (signal.aborted) return;
    try {
      await lookAfter(app, push, place, hinted.has(place.workspaceId));
    } catch (error) {
      app.metrics.count("faults", { where: "number health" });
      app.log.error({ channelId: place.channelId, error }, "A number could not be looked at");
    }
  }
}

/** Asks Meta, looks, brakes and tells, whatever the time: somebody wants to know it now. */
export async function lookNow(app: App, push: PushService, place: NumberPlace): Promise<void> {
  await refreshStanding(app, place);
  await lookAt(app, push, place);
}

async function lookAfter(
  app: App,
  push: PushService,
  place: NumberPlace,
  isHinted: boolean,
): Promise<void> {
  const { askedAt, judgedAt } = await whenLooked(app, place);
  const nowMs = app.clock.now().getTime();
  // A clock that was put back makes the last look lie ahead: then it is time too.
  const isDue = (at: Date | null, everyMs: number) =>
    at === null || Math.abs(nowMs - at.getTime()) >= everyMs;
  const asks = isDue(askedAt, ASK_EVERY_MS);
  if (asks) await refreshStanding(app, place);
  if (asks || isHinted || isDue(judgedAt, LOOK_EVERY_MS)) await lookAt(app, push, place);
}

async function lookAt(app: App, push: PushService, place: NumberPlace): Promise<void> {
  const judgement = await judgeNumber(app, place);
  if (judgement && judgement.alarms.length > 0) {
    await pushAlarms(app, push, place.workspaceId, judgement.alarms);
  }
}

function whenLooked(app: App, { workspaceId, channelId }: NumberPlace) {
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const told = await findToldOfNumber(tx, workspaceId, channelId);
    const record = await findBrakeRecord(tx, workspaceId, channelId);
    return { askedAt: told?.askedAt ?? null, judgedAt: record?.judgedAt ?? null };
  });
}

/** Forgets what no check counts and no picture shows any more. */
export async function tidyHealth(app: App, signal: AbortSignal): Promise<void> {
  const workspaces = new Set<WorkspaceId>();
  for (const { workspaceId } of await listDirectory(app.db)) workspaces.add(workspaceId);
  for (const workspaceId of workspaces) {
    if (signal.aborted) return;
    await inWorkspace(app.db, workspaceId, async (tx) => {
      await forgetTierPeople(tx, workspaceId, app.clock.now());
      await forgetSignals(tx, workspaceId, app.clock.now());
    });
  }
}
