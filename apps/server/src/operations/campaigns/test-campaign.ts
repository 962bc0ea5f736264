import { resolveValues } from "@galka/core/campaigns/resolve-values";
import type { Refused } from "@galka/core/kernel/refused";
import { idOf } from "@galka/core/kernel/ids";
import type { Member } from "@galka/core/workspaces/member";
import { byMember } from "@galka/postgres/stores/audit";
import { findCampaign } from "@galka/postgres/stores/campaigns/campaigns";
import { findPerson } from "@galka/postgres/stores/campaigns/recipient-person";
import { appendEvents } from "@galka/postgres/stores/events";
import { ensureThreads } from "@galka/postgres/stores/receiving/threads";
import type { App } from "../../app.ts";
import { type QueueRefused, queueMessage } from "../messages/queue-message.ts";
import { type Forbidden, type NotFound, changeCampaigns, noteCampaign } from "./campaign-desk.ts";
import { messageOf, readyMessage } from "./campaign-templates.ts";

export type TestWish = {
  readonly id: string;
  readonly contactId: string;
  readonly variant: number;
  /** Given by whoever asks: the same one never sends twice. */
  readonly clientId: string;
};

export type TestRefused = Forbidden | NotFound | QueueRefused | Refused<"template-not-found">;

/**
 * Sends a campaign's message to one contact now, as a member sends any message:
 * by the same road, with the same consent asked, and before every campaign.
 */
export async function testCampaign(
  app: App,
  member: Member,
  { id, contactId, variant, clientId }: TestWish,
): Promise<{ readonly messageId: string } | TestRefused> {
  const sent = await changeCampaigns(app, member, async (desk) => {
    const { tx, workspaceId, now } = desk;
    const campaign = await findCampaign(tx, workspaceId, id);
    const person = await findPerson(tx, workspaceId, contactId);
    if (!campaign || !person) return { refused: "not-found" } as const;
    const { channelId } = campaign;
    const message = messageOf(campaign.plan, 0, variant);
    const ready = message && (await readyMessage(tx, { workspaceId, channelId }, message));
    if (!ready) return { refused: "template-not-found" } as const;
    const known = { name: person.name, fields: person.fields, columns: {} };
    const { values } = resolveValues(ready.message, known, ready.files);
    const wanted = { id: app.ids.next<"conversation">(), channelId, contactId, at: now };
    const [thread] = await ensureThreads(tx, workspaceId, [{ ...wanted, status: "closed" }], now);
    if (!thread) throw new Error(`The conversation of the contact ${contactId} was not begun.`);
    const author = { by: "member", id: member.id } as const;
    const draft = {
      kind: "template",
      templateId: ready.template.id,
      values: draftValues(values),
    } as const;
    const queued = await queueMessage(
      { app, tx, workspaceId, thread, author },
      { clientId, draft },
    );
    if ("refused" in queued) return queued;
    await appendEvents(tx, workspaceId, now, queued.events);
    await noteCampaign(desk, { by: byMember(member), action: "campaign-tested", campaignId: id });
    return queued;
  });
  if ("refused" in sent) return sent;
  if (sent.channelId !== null) app.wake.tell("sends", sent.channelId);
  return { messageId: idOf<"message">(sent.messageId) };
}

/** A draft names its header's file by the id alone. */
function draftValues(values: ReturnType<typeof resolveValues>["values"]) {
  const { headerFile, ...rest } = values;
  return { ...rest, ...(headerFile && { headerFileId: headerFile.fileId }) };
}
