import { phoneForms } from "@galka/core/contacts/phone-forms";
import type {
  ContactTableSource,
  RowProblem,
} from "@galka/postgres/stores/contacts/contact-imports";
import type { FileStore } from "../../files/file-store.ts";
import { type RowPlan, type TableContact, isProblem, readRow } from "./read-row.ts";
import { rowsOf } from "./table-file.ts";

export type TableRow = TableContact & { readonly row: number };

/** Some rows of a table, read. */
export type TableBatch = {
  /** How many rows of the table are behind it. */
  readonly rowsDone: number;
  readonly contacts: readonly TableRow[];
  readonly problems: readonly RowProblem[];
};

/**
 * The table in pieces for one transaction each. A number that stands in an
 * earlier row too is a problem of the later one: which of both is meant is not guessed.
 */
export async function* batchesOf(
  files: FileStore,
  source: ContactTableSource,
  plan: RowPlan,
  size: number,
): AsyncGenerator<TableBatch> {
  const met = new Set<string>();
  let contacts: TableRow[] = [];
  let problems: RowProblem[] = [];
  // The names of the columns are row 1 of the spreadsheet, and none of the rows.
  let row = 0;
  for await (const cells of rowsOf(files, source)) {
    row += 1;
    if (row === 1) continue;
    const read = readRow(plan, cells, row);
    if (isProblem(read)) problems.push(read);
    else if (met.has(keyOf(read.phone))) {
      problems.push({ row, reason: "duplicate-in-file", column: null });
    } else {
      met.add(keyOf(read.phone));
      contacts.push({ ...read, row });
    }
    if ((row - 1) % size !== 0) continue;
    yield { rowsDone: row - 1, contacts, problems };
    contacts = [];
    problems = [];
  }
  if (contacts.length + problems.length > 0) yield { rowsDone: row - 1, contacts, problems };
}

/** One and the same for all forms of a number. */
function keyOf(phone: string): string {
  return [...phoneForms(phone)].sort()[0] ?? phone;
}
