import type { Template } from "../../store/kinds.ts";

const MINUTE_MS = 60 * 1000;
const DAY_MS = 24 * 60 * MINUTE_MS;

// Meta: 30 days; authentication templates 10 minutes unless they say otherwise; −1 is 30 days,
// docs/…/templates/time-to-live, read 2026-11.
const KEPT_MS = 30 * DAY_MS;
const CODE_KEPT_MS = 10 * MINUTE_MS;

/**
 * How long Meta keeps trying to reach a phone that is offline. After that the
 * message is dropped without a word: no status follows.
 */
export function keptForMs(template: Pick<Template, "category" | "ttlSeconds"> | null): number {
  if (template === null) return KEPT_MS;
  const { ttlSeconds, category } = template;
  if (ttlSeconds === -1) return KEPT_MS;
  if (ttlSeconds !== null) return ttlSeconds * 1000;
  return category === "AUTHENTICATION" ? CODE_KEPT_MS : KEPT_MS;
}
