import type { TemplateJson } from "@galka/contract/json/templates/template";
import { idOf } from "@galka/core/kernel/ids";
import type { Template } from "@galka/core/templates/template";
import { type TemplateList, readTemplates } from "../../operations/templates/list-templates.ts";
import { syncTemplates } from "../../operations/templates/sync-templates.ts";
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
};

function presentTemplates({ items, syncedAt }: TemplateList) {
  return { items: items.map(presentTemplate), syncedAt: syncedAt?.toISOString() ?? null };
}

function presentTemplate(template: Template): TemplateJson {
  return template;
}
