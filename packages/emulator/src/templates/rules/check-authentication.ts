import { type JsonObject, textAt } from "../../json.ts";
import { componentOf } from "../template-text.ts";
import { checkCodeButton } from "./check-buttons.ts";
import { wrongBody, wrongComponents, wrongFooter } from "./template-error.ts";

const ALLOWED: readonly string[] = ["BODY", "FOOTER", "BUTTONS"];

/**
 * A template for codes says what Meta has written for it and nothing else: no
 * words, links, pictures or emoji of one's own.
 *
 * Meta: docs/…/templates/authentication-templates, read 2026-11.
 *
 * @throws GraphError 2388072, 2388073, 2388060 or 2388043.
 */
export function checkAuthentication(components: readonly JsonObject[]): void {
  const other = components
    .map((it) => textAt(it, "type") ?? "")
    .find((it) => !ALLOWED.includes(it));
  if (other !== undefined) {
    throw wrongComponents(`Authentication templates can't have a component of type ${other}.`);
  }
  const body = componentOf(components, "BODY") ?? {};
  if (body["text"] !== undefined) {
    throw wrongBody(
      "Authentication templates have a fixed text; remove text from the BODY component.",
    );
  }
  const footer = componentOf(components, "FOOTER") ?? {};
  if (footer["text"] !== undefined) {
    throw wrongFooter(
      "Authentication templates have a fixed footer; remove text from the FOOTER component.",
    );
  }
  const minutes = textAt(footer, "code_expiration_minutes");
  if (minutes !== undefined && !(Number(minutes) >= 1 && Number(minutes) <= 90)) {
    throw wrongFooter("code_expiration_minutes must be between 1 and 90.");
  }
  checkCodeButton(componentOf(components, "BUTTONS") ?? {});
}
