import type { ContactImport, RowProblem } from "@galka/postgres/stores/contacts/contact-imports";
import type { App } from "../../app.ts";
import { rowsOf } from "./table-file.ts";

/**
 * The rows that were not taken as they stand in the file, each behind its number
 * and why: put right, this is a table that can be uploaded again. Without the
 * file only the numbers and reasons are left.
 */
export async function* withRowText(
  app: App,
  { source, columns }: ContactImport,
  problems: AsyncIterable<readonly RowProblem[]>,
): AsyncGenerator<readonly (readonly string[])[]> {
  yield [["row", "problem", "column", ...columns]];
  const rows = source === null ? null : rowsOf(app.files, source);
  let at = 0;
  for await (const page of problems) {
    const told: string[][] = [];
    for (const { row, reason, column } of page) {
      let cells: readonly string[] = [];
      for (; at < row; at += 1) {
        const next = await rows?.next();
        cells = next?.done === false ? next.value : [];
      }
      told.push([String(row), reason, column ?? "", ...cells]);
    }
    yield told;
  }
}
