import type { TemplateStatus } from "./template.ts";

/** Whether a template may be edited at Meta at this moment. */
export type EditRight =
  | {
      readonly may: true;
      readonly mayChangeCategory: boolean;
      /** How many more edits these 30 days allow; null where nobody counts. */
      readonly leftCount: number | null;
    }
  | { readonly may: false; readonly because: "status" }
  | { readonly may: false; readonly because: "once-a-day" | "ten-a-month"; readonly until: Date };

const DAY_MS = 24 * 60 * 60 * 1000;
const MONTH_MS = 30 * DAY_MS;
const EDITS_A_MONTH = 10;

/** An approved template is edited once a day and ten times in 30 days, and keeps its category; a rejected or paused one as often as one likes. */
// Meta: docs/…/templates/template-management#edit-templates, read 2026-11.
export function editRight(
  now: Date,
  { status, edits }: { readonly status: TemplateStatus; readonly edits: readonly Date[] },
): EditRight {
  if (status === "rejected" || status === "paused") {
    return { may: true, mayChangeCategory: true, leftCount: null };
  }
  if (status !== "approved") return { may: false, because: "status" };
  const recent = edits
    .map(Number)
    .filter((at) => at > now.getTime() - MONTH_MS)
    .toSorted((a, b) => a - b);
  const latest = recent.at(-1);
  if (latest !== undefined && latest > now.getTime() - DAY_MS) {
    return { may: false, because: "once-a-day", until: new Date(latest + DAY_MS) };
  }
  const tenth = recent.at(-EDITS_A_MONTH);
  if (tenth !== undefined) {
    return { may: false, because: "ten-a-month", until: new Date(tenth + MONTH_MS) };
  }
  return { may: true, mayChangeCategory: false, leftCount: EDITS_A_MONTH - recent.length };
}

/** Meta keeps the name of a deleted template for 30 days when it had been approved; docs/…/templates/template-management#delete-templates, read 2026-11. */
export function nameFreeAt(deletedAt: Date): Date {
  return new Date(deletedAt.getTime() + MONTH_MS);
}
