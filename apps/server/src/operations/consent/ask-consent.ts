import { randomBytes } from "node:crypto";
import type { ConsentPurpose } from "@galka/core/consent/consent";
import { consentReplies } from "@galka/core/consent/request";
import type { ConversationId } from "@galka/core/kernel/ids";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { insertConsentRequest } from "@galka/postgres/stores/consent/consent-requests";
import { findWording } from "@galka/postgres/stores/consent/wordings";
import { appendEvents } from "@galka/postgres/stores/events";
import { lockThread } from "@galka/postgres/stores/receiving/threads";
import { findTemplate } from "@galka/postgres/stores/templates";
import type { App } from "../../app.ts";
import type { DraftWish } from "../messages/find-draft.ts";
import { type SendRefused, sendWithin, tellQueued } from "../messages/send-message.ts";
import { type SaidRefused, invalid } from "./wording-of.ts";

type TemplateWish = Extract<DraftWish, { kind: "template" }>;

export type AskWish = {
  readonly conversationId: ConversationId;
  readonly clientId: string;
  readonly templateId: string;
  readonly values: TemplateWish["values"];
  readonly wordingId: string;
  readonly purpose: ConsentPurpose;
  readonly everyChannel: boolean;
};

export type AskRefused = SendRefused | SaidRefused;

/**
 * Asks a contact for their consent by a template, whose first button agrees.
 *
 * The question is a notice and no advertisement: one that is marketing cannot
 * ask whether marketing may be sent. The tap is recorded with its message.
 */
export async function askConsent(
  app: App,
  member: Member,
  wish: AskWish,
): Promise<{ readonly messageId: string } | AskRefused> {
  if (!may(member, "conversations.reply")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const asked = await inWorkspace(app.db, workspaceId, (tx) => ask(app, tx, member, wish));
  if ("refused" in asked) return asked;
  tellQueued(app, workspaceId, asked);
  return { messageId: asked.messageId };
}

async function ask(app: App, tx: Tx, member: Member, wish: AskWish) {
  const { workspaceId } = member;
  const thread = await lockThread(tx, workspaceId, wish.conversationId);
  if (!thread) return { refused: "not-found" } as const;
  const { channelId, contactId } = thread;
  const wording = await findWording(tx, workspaceId, wish.wordingId);
  if (!wording) return invalid("wordingId", "there are no such words");
  const template = await findTemplate(tx, workspaceId, channelId, wish.templateId);
  if (!template) return { refused: "template-not-found" } as const;
  const replies = template.buttons.filter(({ kind }) => kind === "reply");
  if (template.category !== "utility" || replies.length === 0) {
    return invalid("templateId", "choose a utility template with buttons to answer");
  }
  const token = randomBytes(24).toString("base64url");
  const draft = { kind: "template", templateId: wish.templateId, values: wish.values } as const;
  const sent = await sendWithin(app, tx, member, {
    conversationId: wish.conversationId,
    clientId: wish.clientId,
    draft: { ...draft, values: { ...wish.values, replies: repliesAt(template, token) } },
  });
  if ("refused" in sent || sent.channelId === null) return sent;
  const now = app.clock.now();
  await insertConsentRequest(tx, workspaceId, {
    id: app.ids.next(),
    contactId,
    conversationId: thread.id,
    channelId,
    purpose: wish.purpose,
    forChannelId: wish.everyChannel ? null : channelId,
    wordingId: wording.id,
    token,
    messageId: sent.messageId,
    askedBy: member.id,
    askedAt: now,
  });
  await recordAudit(tx, workspaceId, now, [
    {
      id: app.ids.next(),
      by: byMember(member),
      action: "consent-asked",
      subjectId: contactId,
      conversationId: thread.id,
      after: { purpose: wish.purpose },
    },
  ]);
  await appendEvents(tx, workspaceId, now, [
    ...sent.events,
    { kind: "contact-changed", contactId },
  ]);
  return sent;
}

/** Keys are the places of the buttons among all of the template's. */
function repliesAt(
  { buttons }: { readonly buttons: readonly { readonly kind: string }[] },
  token: string,
): Record<string, string> {
  const places = buttons.flatMap(({ kind }, at) => (kind === "reply" ? [String(at)] : []));
  const payloads = consentReplies(token, places.length);
  return Object.fromEntries(places.map((place, n) => [place, payloads[String(n)] ?? ""]));
}
