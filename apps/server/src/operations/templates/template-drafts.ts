import { type ChannelId, idOf } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import type { TemplateText } from "@galka/core/templates/lint/finding";
import type { Member } from "@galka/core/workspaces/member";
import { findTemplate } from "@galka/postgres/stores/templates";
import {
  deleteTemplateDraft,
  lockTemplateDraft,
  saveTemplateDraft,
} from "@galka/postgres/stores/templates/drafts";
import { findChannelView } from "@galka/postgres/stores/views/channel-list";
import type { App } from "../../app.ts";
import { changeTemplates } from "./change-templates.ts";

type Refusal = Refused<"forbidden"> | Refused<"not-found">;

export type DraftToSave = {
  readonly id: string;
  readonly channelId: ChannelId;
  /** Of which template it is an edit. */
  readonly templateId: string | null;
  readonly text: TemplateText;
};

/**
 * Keeps what a template is to say, before anybody submits it.
 *
 * The id is given by whoever writes: saved twice it is one draft. An edit keeps
 * the name and the language of its template, whatever the text says.
 */
export function saveDraft(
  app: App,
  member: Member,
  wish: DraftToSave,
): Promise<{ readonly id: string } | Refusal> {
  return changeTemplates(app, member, async ({ tx, workspaceId, now }) => {
    const before = await lockTemplateDraft(tx, workspaceId, wish.id);
    const channelId = before?.channelId ?? wish.channelId;
    const templateId = before ? before.templateId : wish.templateId;
    const channel = await findChannelView(tx, workspaceId, channelId);
    const edited = templateId && (await findTemplate(tx, workspaceId, channelId, templateId));
    if (!channel || (templateId !== null && !edited)) return { refused: "not-found" } as const;
    const text = edited
      ? { ...wish.text, name: edited.name, language: edited.language }
      : wish.text;
    const draft = { id: wish.id, channelId, templateId, text, updatedById: member.id };
    await saveTemplateDraft(tx, workspaceId, draft, now);
    const { name, language } = text;
    // Only the first writing is remembered: the editor saves with every pause.
    const entry = {
      action: "template-drafted",
      subjectId: wish.id,
      after: { name, language },
    } as const;
    return { result: { id: wish.id }, channelId, entry: before ? null : entry };
  });
}

export function discardDraft(
  app: App,
  member: Member,
  id: string,
): Promise<{ readonly done: true } | Refusal> {
  return changeTemplates(app, member, async ({ tx, workspaceId }) => {
    const before = await lockTemplateDraft(tx, workspaceId, id);
    if (!before) return { refused: "not-found" } as const;
    await deleteTemplateDraft(tx, workspaceId, id);
    const { name, language } = before.text;
    const entry = {
      action: "template-draft-discarded",
      subjectId: id,
      before: { name, language },
    } as const;
    const channelId = idOf<"channel">(before.channelId);
    return { result: { done: true } as const, channelId, entry };
  });
}
