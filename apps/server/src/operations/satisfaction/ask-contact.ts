import { randomBytes } from "node:crypto";
import { type SkipReason, decideAsking } from "@galka/core/satisfaction/decide";
import { canAsk, questionOf, templateReplies } from "@galka/core/satisfaction/question";
import { baseLanguage, textsFor } from "@galka/core/satisfaction/settings";
import type { Template } from "@galka/core/templates/template";
import { recordAudit } from "@galka/postgres/stores/audit";
import {
  loadAskSurroundings,
  saveAsked,
  saveSkipped,
} from "@galka/postgres/stores/satisfaction/requests";
import { listTemplates } from "@galka/postgres/stores/templates";
import type { DraftWish } from "../messages/find-draft.ts";
import type { Queued } from "../messages/queue-message.ts";
import { languageOf } from "../rules/contact-facts.ts";
import { type AskingDesk, sayBySystem } from "./asking-desk.ts";

/** How the contact would be asked. */
type Ask = {
  readonly by: "message" | "template";
  readonly draft: DraftWish;
  readonly token: string;
  readonly language: string;
};

/** Asks the contact how they were served, or remembers why they are not; null when nothing was sent. */
export async function askContact(desk: AskingDesk): Promise<Queued | null> {
  const ask = await decide(desk);
  const queued = "because" in ask ? null : await sayBySystem(desk, ask.draft);
  if ("because" in ask || queued === null || "refused" in queued) {
    const because = "because" in ask ? ask.because : "not-sendable";
    await saveSkipped(desk.tx, desk.workspaceId, desk.request.id, because);
    return null;
  }
  await remember(desk, ask);
  return queued;
}

async function decide(desk: AskingDesk): Promise<Ask | { readonly because: SkipReason }> {
  const { tx, workspaceId, now, thread, request, settings } = desk;
  const about = {
    conversationId: thread.id,
    contactId: thread.contactId,
    channelId: thread.channelId,
    closedAt: request.closedAt,
  };
  const { contactFields, ...around } = await loadAskSurroundings(tx, workspaceId, about);
  const decided = decideAsking(now, { ...thread, ...around, settings });
  if (decided.ask === null) return { because: decided.because };
  // Eighteen bytes of chance: nobody who was not asked can answer.
  const token = randomBytes(18).toString("base64url");
  const spoken = languageOf(contactFields);
  if (decided.ask === "template") {
    return (await askByTemplate(desk, token, spoken)) ?? { because: "template-unusable" };
  }
  const texts = textsFor(settings, spoken);
  const draft = questionOf(texts, settings.scale, token);
  return { by: "message", draft, token, language: texts.language };
}

/** In the contact's language if the template has it with the same buttons, otherwise in the one that was chosen. */
async function askByTemplate(
  { tx, workspaceId, thread, settings }: AskingDesk,
  token: string,
  spoken: string | null,
): Promise<Ask | null> {
  const { template: chosen, scale } = settings;
  if (chosen === null) return null;
  const { items } = await listTemplates(tx, workspaceId, thread.channelId);
  const named = items.filter((it) => it.name === chosen.name && canAsk(it));
  const inLanguage = (is: (it: Template) => boolean) => named.find(is);
  const order = [
    inLanguage(({ language }) => baseLanguage(language) === baseLanguage(spoken)),
    inLanguage(({ language }) => language === chosen.language),
  ];
  for (const template of order) {
    const replies = template && templateReplies(template, chosen, { scale, token });
    if (!template || !replies) continue;
    const draft = { kind: "template", templateId: template.id, values: { replies } } as const;
    return { by: "template", draft, token, language: baseLanguage(template.language) };
  }
  return null;
}

async function remember(desk: AskingDesk, { by, token, language }: Ask): Promise<void> {
  const { app, tx, workspaceId, now, thread, request } = desk;
  await saveAsked(tx, workspaceId, request.id, { by, token, language, now });
  await recordAudit(tx, workspaceId, now, [
    {
      id: app.ids.next(),
      by: { actor: "system" },
      action: "satisfaction-asked",
      subjectId: thread.id,
      conversationId: thread.id,
      after: { askedBy: by },
    },
  ]);
}
