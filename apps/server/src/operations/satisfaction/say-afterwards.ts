import type { Afterwards } from "@galka/core/satisfaction/answer";
import { textsFor } from "@galka/core/satisfaction/settings";
import { saveAfterwards } from "@galka/postgres/stores/satisfaction/requests";
import type { Queued } from "../messages/queue-message.ts";
import { type AskingDesk, sayBySystem } from "./asking-desk.ts";

/**
 * Thanks the contact for their answer, or asks what could be better, in the
 * language in which they were asked. What cannot be said any more is left:
 * the answer stands without it.
 */
export async function sayAfterwards(
  desk: AskingDesk,
  afterwards: Afterwards,
): Promise<Queued | null> {
  const { tx, workspaceId, now, request, settings } = desk;
  const text = textsFor(settings, request.language)[afterwards];
  const queued = text.trim() === "" ? null : await sayBySystem(desk, { kind: "text", text });
  const isSaid = queued !== null && !("refused" in queued);
  await saveAfterwards(tx, workspaceId, request.id, { said: isSaid ? afterwards : null, now });
  return isSaid ? queued : null;
}
