import type { IncomingFact, IncomingTemplate } from "@galka/core/messages/incoming";
import { phoneDigits } from "@galka/core/contacts/phone-forms";
import {
  type ChannelAbout,
  listChannelsAbout,
  pauseChannel,
  saveFact,
} from "@galka/postgres/stores/channel-state";
import { changeTemplate } from "@galka/postgres/stores/templates";
import { noteChanges } from "../health/note-changes.ts";
import { type Batch, type Member, ofKind } from "./batch.ts";

/** Applies what was told about templates, the number and its account. */
export async function applyFacts(batch: Batch, members: readonly Member[]): Promise<void> {
  const templates = ofKind(members, "template");
  const facts = ofKind(members, "fact");
  for (const member of templates) await applyTemplate(batch, member);
  if (facts.length === 0) return;
  const channels = await listChannelsAbout(batch.tx, batch.workspaceId);
  for (const member of facts) await applyFact(batch, member, channels);
}

/** The change is applied, and the templates are read anew: the webhook does not say everything. */
async function applyTemplate(batch: Batch, member: Member<IncomingTemplate>): Promise<void> {
  const { tx, workspaceId, events, jobs, hints } = batch;
  const { name, language, at, change } = member.incoming;
  const { accountChannelIds: channelIds } = member;
  const changed = await changeTemplate(tx, workspaceId, {
    channelIds,
    name,
    language,
    at,
    ...change,
  });
  if (changed.length > 0) hints.add("health");
  for (const channelId of changed) events.push({ kind: "templates-changed", channelId });
  for (const channelId of channelIds) {
    const key = `sync-templates:${channelId}`;
    jobs.push({ task: "sync-templates", payload: { workspaceId, channelId }, key, maxAttempts: 4 });
  }
}

async function applyFact(
  batch: Batch,
  member: Member<IncomingFact>,
  channels: readonly ChannelAbout[],
): Promise<void> {
  const { tx, workspaceId, events, hints } = batch;
  const { incoming, accountChannelIds } = member;
  const about = channels.filter(
    ({ id, displayPhone }) =>
      accountChannelIds.includes(id) &&
      (incoming.displayPhone === null ||
        phoneDigits(displayPhone) === phoneDigits(incoming.displayPhone)),
  );
  const channelIds = about.length > 0 ? about.map(({ id }) => id) : [member.channelId];
  const changed = await saveFact(tx, workspaceId, {
    channelIds,
    at: incoming.at,
    topics: topicsOf(incoming),
  });
  if (await noteChanges(batch, incoming.at, changed)) hints.add("health");
  for (const { channelId, topics } of changed) {
    if (incoming.stops && topics.some(({ topic }) => topic === STOPS)) {
      await pauseChannel(tx, workspaceId, channelId, incoming.stops);
    }
    events.push({ kind: "channel-changed", channelId });
  }
}

const STOPS = "stops";

/** Each under a name of its own: a later word about one of them says nothing of the others. */
function topicsOf(fact: IncomingFact): Record<string, unknown> {
  const { topic, value, quality, tier, verifiedName, throughputPerSecond, stops } = fact;
  const { restriction, ban, violation, alert } = fact;
  return {
    [topic]: value,
    ...(restriction && { restriction }),
    ...(ban && { ban }),
    ...(violation && { violation }),
    ...(alert && { alert }),
    ...(quality !== undefined && { quality }),
    ...(tier !== undefined && { tier }),
    ...(verifiedName !== undefined && { "verified-name": verifiedName }),
    ...(throughputPerSecond !== undefined && { throughput: throughputPerSecond }),
    ...(stops !== undefined && { [STOPS]: stops }),
  };
}
