import { type Answer, type Call, callWaba, SUCCESS } from "../../graph/call.ts";
import { invalidParameter } from "../../graph/error.ts";
import { wordsAt } from "../../json.ts";
import { deleteTemplate } from "../../templates/delete-template.ts";
import { templateError } from "../../templates/rules/template-error.ts";
import { templatesOf } from "../../templates/templates-of.ts";

// Meta: at most 100 ids in one call, docs/…/templates/template-management, read 2026-11.
const IDS_MAX = 100;

/** Deletes all languages of a name, one of them by its id, or many by theirs. */
export function deleteTemplates(call: Call): Answer {
  const { world, params } = call;
  const many = wordsAt(params.values, "hsm_ids");
  if (many.length > IDS_MAX) {
    throw invalidParameter(`Param hsm_ids must have at most ${IDS_MAX} elements.`);
  }
  const ids = [params.optionalText("hsm_id"), ...many].filter((it) => it !== undefined);
  const name = many.length > 0 ? params.optionalText("name") : params.text("name");
  const gone = templatesOf(world, callWaba(call).id).filter(
    (it) => (name === undefined || it.name === name) && (ids.length === 0 || ids.includes(it.id)),
  );
  if (gone.length === 0) {
    throw templateError(
      2593002,
      "Message Template Not Found",
      "Message template couldn't be deleted because it was not found.",
    );
  }
  world.db.write(() => {
    for (const template of gone) deleteTemplate(world, template);
  });
  return SUCCESS;
}
