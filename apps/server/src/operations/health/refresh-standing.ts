import { inWorkspace } from "@galka/postgres/database";
import { saveFact } from "@galka/postgres/stores/channel-state";
import { appendEvents } from "@galka/postgres/stores/events";
import type { App } from "../../app.ts";
import type { NumberStanding } from "../../channels/gateway.ts";
import { type NumberPlace, openNumber } from "../channels/open-number.ts";
import { noteChanges } from "./note-changes.ts";

/**
 * Asks the channel itself how the number stands: webhooks may be lost, and some
 * of it none tells. A number that cannot be asked keeps what is known of it.
 */
export async function refreshStanding(app: App, place: NumberPlace): Promise<void> {
  const access = await openNumber(app, place);
  if (!access) return;
  let told: NumberStanding;
  try {
    told = await app.gateways("whatsapp").readStanding(access);
  } catch (error) {
    app.log.warn({ channelId: place.channelId, error }, "How a number stands could not be asked");
    return;
  }
  await save(app, place, told);
  app.wake.tell("events", place.workspaceId);
}

async function save(
  app: App,
  { workspaceId, channelId }: NumberPlace,
  { quality, tier, throughputPerSecond: throughput, standing }: NumberStanding,
): Promise<void> {
  const at = app.clock.now();
  const topics = { quality, throughput, standing, ...(tier !== undefined && { tier }) };
  await inWorkspace(app.db, workspaceId, async (tx) => {
    const changed = await saveFact(tx, workspaceId, { channelIds: [channelId], at, topics });
    await noteChanges({ app, tx, workspaceId }, at, changed);
    const events = changed.map(
      (it) => ({ kind: "channel-changed", channelId: it.channelId }) as const,
    );
    await appendEvents(tx, workspaceId, at, events);
  });
}
