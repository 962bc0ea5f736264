import { GraphError } from "../graph/error.ts";
import type { Params } from "../graph/params.ts";
import type { BusinessNumber, Template } from "../store/kinds.ts";
import type { World } from "../world.ts";

/**
 * The approved template that a send names; Meta never falls back to another language.
 *
 * @throws GraphError 132001, 132015 or 132016.
 */
export function findTemplate(world: World, number: BusinessNumber, body: Params): Template {
  const reference = body.object("template");
  const name = reference.text("name");
  const language = reference.object("language").text("code");
  const template = templateNamed(world, number.wabaId, name, language);
  if (template?.status === "PAUSED") {
    throw new GraphError({
      code: 132015,
      details: `template name (${name}) is paused due to low quality`,
    });
  }
  if (template?.status === "DISABLED") {
    throw new GraphError({
      code: 132016,
      details: `template name (${name}) is disabled due to low quality`,
    });
  }
  if (template === null || template.status !== "APPROVED") {
    throw new GraphError({
      code: 132001,
      details: `template name (${name}) does not exist in ${language}`,
    });
  }
  return template;
}

/** The template that a send names, whatever its status; `null` when it names none there is. */
export function namedTemplate(world: World, number: BusinessNumber, body: Params): Template | null {
  const reference = body.optionalObject("template");
  const name = reference?.optionalText("name");
  const language = reference?.optionalObject("language")?.optionalText("code");
  if (name === undefined || language === undefined) return null;
  const template = templateNamed(world, number.wabaId, name, language);
  return template === null || GONE.includes(template.status) ? null : template;
}

const GONE: readonly Template["status"][] = ["PENDING_DELETION", "DELETED"];

/** The template in that language; a deleted one only when there is no other. */
export function templateNamed(
  world: World,
  wabaId: string,
  name: string,
  language: string,
): Template | null {
  const found = world.kinds.templates
    .list()
    .filter((it) => it.wabaId === wabaId && it.name === name && it.language === language);
  return found.find((it) => !GONE.includes(it.status)) ?? found.at(-1) ?? null;
}
