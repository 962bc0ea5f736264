import type { ChannelId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import type { Member } from "@galka/core/workspaces/member";
import { findTemplate } from "@galka/postgres/stores/templates";
import { hideTemplate, seeCategory } from "@galka/postgres/stores/templates/team-marks";
import type { App } from "../../app.ts";
import { changeTemplates } from "./change-templates.ts";

type Which = { readonly channelId: ChannelId; readonly templateId: string };
type Answer = { readonly done: true } | Refused<"forbidden"> | Refused<"not-found">;

/** Puts a template away, so that nobody is offered it, or back. Meta keeps it as it is. */
export function putAway(app: App, member: Member, which: Which, hidden: boolean): Promise<Answer> {
  return changeTemplates(app, member, async ({ tx, workspaceId, now }) => {
    const { channelId, templateId } = which;
    const template = await findTemplate(tx, workspaceId, channelId, templateId);
    if (!template) return { refused: "not-found" } as const;
    await hideTemplate(tx, workspaceId, which, hidden ? now : null);
    const { name, language } = template;
    const action = hidden ? "template-put-away" : "template-brought-back";
    const entry = { action, after: { name, language } } as const;
    return { result: { done: true } as const, channelId, entry };
  });
}

/** Takes note of what Meta did with a template's category: the alarm ends for everybody. */
export function noteCategory(app: App, member: Member, which: Which): Promise<Answer> {
  return changeTemplates(app, member, async ({ tx, workspaceId, now }) => {
    const { channelId, templateId } = which;
    const template = await findTemplate(tx, workspaceId, channelId, templateId);
    if (!template) return { refused: "not-found" } as const;
    await seeCategory(tx, workspaceId, which, now);
    const { name, language, category } = template;
    const after = { name, language, category };
    const entry = { action: "template-category-seen", after } as const;
    return { result: { done: true } as const, channelId, entry };
  });
}
