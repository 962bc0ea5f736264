import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type EditRight, editRight, nameFreeAt } from "@galka/core/templates/edit-right";
import type { TemplateText } from "@galka/core/templates/lint/finding";
import { type LintFinding, lintTemplate } from "@galka/core/templates/lint/lint-template";
import { type Member, may, mayAny } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import {
  type TemplateView,
  findTemplateView,
  listTemplateViews,
} from "@galka/postgres/stores/templates";
import { type TemplateDraft, listTemplateDrafts } from "@galka/postgres/stores/templates/drafts";
import {
  type TemplateSent,
  type TemplateUse,
  countTemplateReach,
  countTemplateUse,
  countTemplatesSent,
} from "@galka/postgres/stores/templates/usage";
import {
  type TemplateVersion,
  listCountedEdits,
  listDeletedNames,
  listTemplateVersions,
} from "@galka/postgres/stores/templates/versions";
import { findChannelView } from "@galka/postgres/stores/views/channel-list";
import type { App } from "../../app.ts";
import {
  type CategoryChange,
  type CategoryPrices,
  readCategoryChange,
  readCategoryPrices,
} from "./category-prices.ts";
import { lintContext } from "./lint-context.ts";

const READING = ["templates.manage", "campaigns.manage", "channels.manage"] as const;
const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

type Refusal = Refused<"forbidden"> | Refused<"not-found">;

export type TemplateLibrary = {
  readonly views: readonly TemplateView[];
  readonly drafts: readonly TemplateDraft[];
  /** What each template was used for in the last 30 days. */
  readonly sent: readonly TemplateSent[];
  /** Of those that Meta counts as another category, or will, what that costs; by the template's id. */
  readonly changes: ReadonlyMap<string, CategoryChange>;
  readonly prices: CategoryPrices;
  /** Names that Meta keeps after a deletion, and until when. */
  readonly blocked: readonly {
    readonly name: string;
    readonly language: string;
    readonly until: Date;
  }[];
};

/** Everything about the templates of a number's account: Meta's, those put away, and the drafts. */
export async function readLibrary(
  app: App,
  member: Member,
  channelId: ChannelId,
): Promise<TemplateLibrary | Refusal> {
  if (!mayAny(member, READING)) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const channel = await findChannelView(tx, workspaceId, channelId);
    if (!channel) return { refused: "not-found" };
    const now = app.clock.now();
    const since = new Date(now.getTime() - MONTH_MS);
    const deleted = await listDeletedNames(tx, workspaceId, channelId, since);
    const views = await listTemplateViews(tx, workspaceId, channelId);
    return {
      views,
      changes: await changesOf({ tx, workspaceId, channelId }, views, now),
      prices: await readCategoryPrices(tx, workspaceId, now, {
        id: channelId,
        displayPhone: channel.displayPhone,
      }),
      drafts: await listTemplateDrafts(tx, workspaceId, channelId),
      sent: await countTemplatesSent(tx, workspaceId, channelId, since),
      blocked: deleted.map(({ at, ...of }) => ({ ...of, until: nameFreeAt(at) })),
    };
  });
}

async function changesOf(
  {
    tx,
    workspaceId,
    channelId,
  }: { readonly tx: Tx; readonly workspaceId: WorkspaceId; readonly channelId: ChannelId },
  views: readonly TemplateView[],
  now: Date,
): Promise<ReadonlyMap<string, CategoryChange>> {
  const since = new Date(now.getTime() - MONTH_MS);
  const recounted = views.filter(isRecounted).map(({ template }) => template);
  const templates = recounted.map(({ name, language }) => ({ name, language }));
  const reach = await countTemplateReach(tx, workspaceId, { channelId, templates }, since);
  const changes = new Map<string, CategoryChange>();
  for (const template of recounted) {
    const { name, language, id } = template;
    const own = reach.filter((it) => it.name === name && it.language === language);
    const asked = { now, channelId, template };
    changes.set(id, await readCategoryChange(tx, workspaceId, asked, own));
  }
  return changes;
}

function isRecounted({ template }: TemplateView): boolean {
  return template.nextCategory !== undefined || template.previousCategory !== undefined;
}

export type TemplateLife = {
  readonly view: TemplateView;
  readonly versions: readonly TemplateVersion[];
  readonly use: readonly TemplateUse[];
  readonly right: EditRight;
};

/** One template: what it was, how it is used, and whether it may be edited. */
export async function readTemplateLife(
  app: App,
  member: Member,
  { channelId, templateId }: { readonly channelId: ChannelId; readonly templateId: string },
): Promise<TemplateLife | Refusal> {
  if (!mayAny(member, READING)) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const view = await findTemplateView(tx, workspaceId, channelId, templateId);
    if (!view) return { refused: "not-found" };
    const now = app.clock.now();
    const which = { channelId, templateId };
    const { name, language, status } = view.template;
    const since = new Date(now.getTime() - MONTH_MS);
    const edits = await listCountedEdits(tx, workspaceId, which, since);
    return {
      view,
      versions: await listTemplateVersions(tx, workspaceId, which),
      use: await countTemplateUse(tx, workspaceId, { channelId, name, language }, now),
      right: editRight(now, { status, edits }),
    };
  });
}

/** What Meta would refuse about a text, and what would do harm. */
export async function lintText(
  app: App,
  member: Member,
  wish: {
    readonly channelId: ChannelId;
    readonly editedId: string | null;
    readonly text: TemplateText;
  },
): Promise<{ readonly findings: readonly LintFinding[] } | Refusal> {
  if (!may(member, "templates.manage")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) => {
    if (!(await findChannelView(tx, workspaceId, wish.channelId))) return { refused: "not-found" };
    const context = await lintContext(tx, workspaceId, wish, app.clock.now());
    return { findings: lintTemplate(wish.text, context) };
  });
}
