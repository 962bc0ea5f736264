import type { Answer, Call } from "../../graph/call.ts";
import { invalidParameter } from "../../graph/error.ts";
import type { Params } from "../../graph/params.ts";
import { objectAt, objectsAt, textAt } from "../../json.ts";
import { promotes } from "../../templates/review/review-template.ts";
import { validateInteractive } from "../../world/validate-interactive.ts";

const TYPES = ["text", "interactive"] as const;
const INTERACTIVE_TYPES: readonly string[] = ["button", "cta_url"];
const TEXT_MAX = 4096;

/**
 * Says which category a message would have as a template; nothing is sent or kept.
 *
 * Taken are texts, and interactive messages with replies or a link. Meta's page
 * could not be read: this follows what two providers who pass the call on
 * document of it, read 2026-11.
 */
export function judgeSample(call: Call): Answer {
  const category = promotes(textOf(call.params)) ? "MARKETING" : "UTILITY";
  return { body: { success: true, category } };
}

function textOf(params: Params): string {
  if (params.oneOf("type", TYPES) === "text") {
    return params.object("text").text("body", { max: TEXT_MAX });
  }
  const interactive = params.object("interactive");
  const type = interactive.text("type");
  if (!INTERACTIVE_TYPES.includes(type)) {
    const list = INTERACTIVE_TYPES.join(", ").toUpperCase();
    throw invalidParameter(
      `Param ${interactive.pathOf("type")} must be one of {${list}} - got "${type}".`,
    );
  }
  validateInteractive(interactive);
  const { values } = interactive;
  const action = objectAt(values, "action") ?? {};
  const buttons = objectsAt(action, "buttons").map((it) => objectAt(it, "reply") ?? {});
  const words = [
    ...["header", "body", "footer"].map((part) => textAt(objectAt(values, part) ?? {}, "text")),
    ...buttons.map((it) => textAt(it, "title")),
    textAt(objectAt(action, "parameters") ?? {}, "display_text"),
  ];
  return words.filter((it) => it !== undefined).join("\n");
}
