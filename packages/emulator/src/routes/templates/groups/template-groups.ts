import {
  type Answer,
  type Call,
  callTemplateGroup,
  callWaba,
  type GraphRoute,
  SUCCESS,
} from "../../../graph/call.ts";
import { invalidParameter } from "../../../graph/error.ts";
import { selectFields } from "../../../graph/fields.ts";
import { page } from "../../../graph/paging.ts";
import { wordsAt } from "../../../json.ts";
import { changeGroup, createGroup, groupsOf } from "../../../templates/groups/template-group.ts";
import { templateGroupNode } from "./template-group-node.ts";

const onWaba = { node: "waba", edge: "template_groups", scope: "management" } as const;
const onGroup = { node: "template-group", edge: "", scope: "management" } as const;

/** Groups of templates. */
export const templateGroupRoutes: readonly GraphRoute[] = [
  { ...onWaba, methods: ["GET"], handle: list },
  { ...onWaba, methods: ["POST"], handle: create },
  { ...onGroup, methods: ["GET"], handle: read },
  { ...onGroup, methods: ["POST"], handle: change },
  { ...onGroup, methods: ["DELETE"], handle: remove },
];

// Meta: 256 and 512 characters, docs/…/templates/template-groups, read 2026-11.
const NAME = { max: 256 } as const;
const DESCRIPTION = { min: 0, max: 512 } as const;
const PARTS: readonly string[] = ["name", "description", "add_templates", "remove_templates"];

function list(call: Call): Answer {
  const fields = call.params.optionalText("fields");
  return {
    body: page(call, groupsOf(call.world, callWaba(call).id), (group) =>
      selectFields(templateGroupNode(call.world, group), fields),
    ),
  };
}

function create(call: Call): Answer {
  const { world, params } = call;
  const name = params.text("name", NAME);
  const description = params.optionalText("description", DESCRIPTION) ?? null;
  const ids = wordsAt(params.values, "whatsapp_business_templates");
  if (ids.length === 0) throw params.missing("whatsapp_business_templates");
  const group = world.db.write(() =>
    createGroup(world, callWaba(call), { name, description }, ids),
  );
  return { body: { id: group.id } };
}

function read(call: Call): Answer {
  const node = templateGroupNode(call.world, callTemplateGroup(call));
  return { body: selectFields(node, call.params.optionalText("fields")) };
}

function change(call: Call): Answer {
  const { world, params } = call;
  if (!PARTS.some((it) => params.has(it))) {
    throw invalidParameter(`At least one of the parameters ${PARTS.join(", ")} is required.`);
  }
  const words = {
    ...(params.has("name") ? { name: params.text("name", NAME) } : {}),
    ...(params.has("description") ? { description: params.text("description", DESCRIPTION) } : {}),
  };
  const add = wordsAt(params.values, "add_templates");
  const remove = wordsAt(params.values, "remove_templates");
  world.db.write(() => changeGroup(world, callTemplateGroup(call), { ...words, add, remove }));
  return SUCCESS;
}

/** The templates stay. */
function remove(call: Call): Answer {
  call.world.kinds.templateGroups.remove(callTemplateGroup(call).id);
  return SUCCESS;
}
