import type { Action } from "@galka/core/automations/rule";
import { fillWords } from "@galka/core/automations/words";
import { idOf } from "@galka/core/kernel/ids";
import { findTemplateByName } from "@galka/postgres/stores/templates";
import type { DraftWish } from "../messages/find-draft.ts";
import type { FiringDesk } from "./do-actions.ts";

type SendTemplate = Extract<Action, { kind: "send-template" }>;

/**
 * The template of the conversation's number, filled for its contact; or why it is not sent.
 *
 * One that Meta counts as marketing is not: nobody has asked the contact, and
 * a rule cannot.
 */
export async function templateWish(
  { tx, workspaceId, found }: FiringDesk,
  { name, language, values }: SendTemplate,
): Promise<DraftWish | { readonly because: string }> {
  const { conversation, facts } = found;
  const where = { channelId: idOf<"channel">(conversation.channelId), name, language };
  const template = await findTemplateByName(tx, workspaceId, where);
  if (!template) return { because: "template-not-found" };
  if (template.category === "marketing") return { because: "template-is-marketing" };
  const filled = (place: string) =>
    Object.fromEntries(
      Object.entries(values).flatMap(([key, value]) => {
        const [where, at = ""] = key.split(" ");
        return where === place ? [[at, fillWords(value, facts.contact)]] : [];
      }),
    );
  return {
    kind: "template",
    templateId: template.id,
    values: { header: filled("header"), body: filled("body"), buttons: filled("button") },
  };
}
