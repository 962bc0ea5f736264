import type {
  TemplateDraftJson,
  TemplateViewJson,
} from "@galka/contract/json/templates/template-library";
import { idOf } from "@galka/core/kernel/ids";
import { describeFinding } from "@galka/core/templates/lint/lint-template";
import type { TemplateView } from "@galka/postgres/stores/templates";
import type { TemplateDraft } from "@galka/postgres/stores/templates/drafts";
import { deleteTemplate } from "../../operations/templates/delete-template.ts";
import { type TemplateList, readTemplates } from "../../operations/templates/list-templates.ts";
import { noteCategory, putAway } from "../../operations/templates/mark-template.ts";
import {
  type TemplateLibrary,
  type TemplateLife,
  lintText,
  readLibrary,
  readTemplateLife,
} from "../../operations/templates/read-library.ts";
import { submitDraft } from "../../operations/templates/submit-draft.ts";
import { syncTemplates } from "../../operations/templates/sync-templates.ts";
import { discardDraft, saveDraft } from "../../operations/templates/template-drafts.ts";
import { handle } from "../handle.ts";

export const templateRoutes = {
  listTemplates: handle("listTemplates", async ({ app, member, params }) => {
    const known = await readTemplates(app, member, idOf(params.id));
    return "refused" in known ? known : presentTemplates(known);
  }),

  syncTemplates: handle("syncTemplates", async ({ app, member, params }) => {
    const known = await syncTemplates(app, member, idOf(params.id));
    return "refused" in known ? known : presentTemplates(known);
  }),

  getTemplateLibrary: handle("getTemplateLibrary", async ({ app, member, params }) => {
    const library = await readLibrary(app, member, idOf(params.id));
    return "refused" in library ? library : presentLibrary(library);
  }),

  getTemplateLife: handle("getTemplateLife", async ({ app, member, params, query }) => {
    const which = { channelId: idOf<"channel">(params.id), templateId: query.templateId };
    const life = await readTemplateLife(app, member, which);
    return "refused" in life ? life : presentLife(life);
  }),

  lintTemplate: handle("lintTemplate", async ({ app, member, params, body }) => {
    const { text, templateId: editedId } = body;
    const wish = { channelId: idOf<"channel">(params.id), editedId, text };
    const linted = await lintText(app, member, wish);
    return "refused" in linted ? linted : { findings: linted.findings.map(describeFinding) };
  }),

  hideTemplate: handle("hideTemplate", ({ app, member, params, body }) => {
    const which = { channelId: idOf<"channel">(params.id), templateId: body.templateId };
    return putAway(app, member, which, body.hidden);
  }),

  seeTemplateCategory: handle("seeTemplateCategory", ({ app, member, params, body }) =>
    noteCategory(app, member, { channelId: idOf(params.id), templateId: body.templateId }),
  ),

  deleteTemplate: handle("deleteTemplate", ({ app, member, params, body }) =>
    deleteTemplate(app, member, { channelId: idOf(params.id), ...body }),
  ),

  saveTemplateDraft: handle("saveTemplateDraft", ({ app, member, params, body }) =>
    saveDraft(app, member, { ...body, id: params.id, channelId: idOf(body.channelId) }),
  ),

  discardTemplateDraft: handle("discardTemplateDraft", ({ app, member, params }) =>
    discardDraft(app, member, params.id),
  ),

  submitTemplateDraft: handle("submitTemplateDraft", ({ app, member, params }) =>
    submitDraft(app, member, params.id),
  ),
};

function presentTemplates({ items, syncedAt }: TemplateList) {
  return { items: [...items], syncedAt: syncedAt?.toISOString() ?? null };
}

function presentLibrary({ views, drafts, sent, changes, prices, blocked }: TemplateLibrary) {
  const sentOf = new Map(sent.map((it) => [`${it.name} ${it.language}`, it]));
  const latest = Math.max(...views.map(({ syncedAt }) => syncedAt.getTime()));
  return {
    items: views.map((view) => {
      const { name, language } = view.template;
      const { sentCount = 0, readCount = 0 } = sentOf.get(`${name} ${language}`) ?? {};
      const found = changes.get(view.template.id);
      const change = found ? { ...found, differences: [...found.differences] } : null;
      return { ...presentView(view), sentCount, readCount, change };
    }),
    drafts: drafts.map(presentDraft),
    prices: { country: prices.country, of: [...prices.prices] },
    blocked: blocked.map((it) => ({ ...it, until: it.until.toISOString() })),
    syncedAt: views.length === 0 ? null : new Date(latest).toISOString(),
  };
}

function presentView(view: TemplateView): TemplateViewJson {
  const told = (at: Date | null) => at?.toISOString() ?? null;
  return {
    template: view.template,
    syncedAt: view.syncedAt.toISOString(),
    nextCategoryAt: told(view.nextCategoryAt),
    categoryChangedAt: told(view.categoryChangedAt),
    categorySeenAt: told(view.categorySeenAt),
    hiddenAt: told(view.hiddenAt),
  };
}

function presentDraft(draft: TemplateDraft): TemplateDraftJson {
  return {
    ...draft,
    createdAt: draft.createdAt.toISOString(),
    updatedAt: draft.updatedAt.toISOString(),
  };
}

function presentLife({ view, versions, use, right }: TemplateLife) {
  return {
    view: presentView(view),
    versions: versions.map((version) => ({ ...version, at: version.at.toISOString() })),
    use: use.map((it) => ({ ...it })),
    right: "until" in right ? { ...right, until: right.until.toISOString() } : right,
  };
}
