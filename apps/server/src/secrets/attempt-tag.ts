import { type AttemptId, type SendId, idOf } from "@galka/core/kernel/ids";
import type { Sealer } from "./sealer.ts";

/** Which attempt of which send. */
export type AttemptRef = { readonly sendId: SendId; readonly attemptId: AttemptId };

/**
 * The name of an attempt as it travels with the message and comes back in its
 * status webhooks: `v1.<send>.<attempt>.<signature>`, 60 characters of the 512
 * that Meta allows.
 *
 * It is signed, so that what other programs write on the same number is never
 * taken for an attempt of ours; it names the send, so that even an attempt that
 * was given up long ago still finds it.
 */
export function tagAttempt(sealer: Sealer, { sendId, attemptId }: AttemptRef): string {
  const body = `v1.${shortOf(sendId)}.${shortOf(attemptId)}`;
  return `${body}.${Buffer.from(sealer.sign(body)).toString("base64url")}`;
}

/** The attempt that a tag names; null for what is not a tag of ours. */
export function readAttemptTag(sealer: Sealer, tag: string): AttemptRef | null {
  const match = /^(v1\.([\w-]{22})\.([\w-]{22}))\.([\w-]{11})$/u.exec(tag);
  const [, body, send, attempt, signature] = match ?? [];
  if (!body || !send || !attempt || !signature) return null;
  if (!sealer.hasSigned(body, Buffer.from(signature, "base64url"))) return null;
  return { sendId: idOf(longOf(send)), attemptId: idOf(longOf(attempt)) };
}

function shortOf(uuid: string): string {
  return Buffer.from(uuid.replaceAll("-", ""), "hex").toString("base64url");
}

function longOf(short: string): string {
  const hex = Buffer.from(short, "base64url").toString("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}
