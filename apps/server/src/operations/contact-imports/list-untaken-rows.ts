import type { Refused } from "@galka/core/kernel/refused";
import type { Member } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import {
  type ContactImport,
  type RowProblem,
  listRowProblems,
} from "@galka/postgres/stores/contacts/contact-imports";
import type { App } from "../../app.ts";
import { readContactImport } from "./examine-table.ts";
import { withRowText } from "./row-text.ts";

/** A row that was not taken, and what stands where its problem lies. */
export type UntakenRow = RowProblem & { readonly text: string | null };

const SHOWN = 20;
/** Before the cells of a row stand its number, why, and in which column. */
const BEFORE_CELLS = 3;

/** The first rows that were not taken; for all of them there is the table to take away. */
export async function listUntakenRows(
  app: App,
  member: Member,
  id: string,
  reason: string | undefined,
): Promise<
  { readonly items: readonly UntakenRow[] } | Refused<"not-found"> | Refused<"forbidden">
> {
  const found = await readContactImport(app, member, id);
  if ("refused" in found) return found;
  const problems = await inWorkspace(app.db, member.workspaceId, (tx) =>
    listRowProblems(tx, member.workspaceId, id, { after: 0, limit: SHOWN, reason }),
  );
  if (problems.length === 0 || found.source === null) {
    return { items: problems.map((it) => ({ ...it, text: null })) };
  }
  const texts: string[][] = [];
  for await (const page of withRowText(app, found, pagesOf(problems))) {
    texts.push(...page.map((row) => row.slice(BEFORE_CELLS)));
  }
  const rows = texts.slice(1);
  return {
    items: problems.map((it, at) => ({ ...it, text: rows[at]?.[placeOf(found, it)] ?? null })),
  };
}

/** Where the problem of a row lies; what is wrong with its person lies in their number. */
function placeOf({ columns, choices }: ContactImport, { column }: RowProblem): number {
  const phoneAt = choices?.columns.findIndex(({ to }) => to === "phone") ?? -1;
  return column === null ? phoneAt : columns.indexOf(column);
}

async function* pagesOf(problems: readonly RowProblem[]): AsyncGenerator<readonly RowProblem[]> {
  yield problems;
}
