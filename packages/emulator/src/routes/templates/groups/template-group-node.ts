import { edgeField } from "../../../graph/edge.ts";
import type { Node } from "../../../graph/fields.ts";
import type { TemplateGroup } from "../../../store/kinds/templates.ts";
import { currentIds } from "../../../templates/groups/template-group.ts";
import type { World } from "../../../world.ts";
import { graphInstant } from "../../../graph/instant.ts";
import { templateNode } from "../template-node.ts";

/** The fields of a group. Meta: docs/…/templates/template-groups, read 2026-11. */
export function templateGroupNode(world: World, group: TemplateGroup): Node {
  const waba = world.kinds.wabas.find(group.wabaId);
  const templates = currentIds(group).flatMap((id) => {
    const template = world.kinds.templates.find(id);
    return template === null || template.status === "DELETED" ? [] : [template];
  });
  const fields: Node["fields"] = {
    name: () => group.name,
    description: () => group.description ?? undefined,
    creation_time: () => graphInstant(group.createdAt),
    update_time: () => graphInstant(group.updatedAt),
    whatsapp_business_account: () =>
      waba === null
        ? undefined
        : {
            id: waba.id,
            name: waba.name,
            currency: waba.currency,
            timezone_id: waba.timezoneId,
            message_template_namespace: waba.namespace,
          },
    whatsapp_business_templates: (field) =>
      edgeField(field, templates, (template) => templateNode(world, template)),
    id: () => group.id,
  };
  return { type: "BusinessMessagingTemplateGroup", usual: Object.keys(fields), fields };
}
