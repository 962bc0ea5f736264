import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { listContactFields } from "@galka/postgres/stores/contacts/contact-fields";
import {
  type ColumnTarget,
  type ContactImport,
  type ContactImportChoices,
  type RowProblem,
  countByReason,
  findRememberedChoices,
  listContactImports,
  listRowProblems,
  lockContactImport,
} from "@galka/postgres/stores/contacts/contact-imports";
import { findContactsByPhone } from "@galka/postgres/stores/contacts/imported-contacts";
import type { App } from "../../app.ts";
import {
  NO_TABLE_CONSENTS,
  type TableConsentCounts,
  addedConsents,
  previewConsents,
} from "../consent/table-consents.ts";
import { guessColumns } from "./guess-columns.ts";
import { type TableBatch, type TableRow, batchesOf } from "./table-batches.ts";

/** What would become of the rows of a table. */
export type TablePreview = {
  readonly added: number;
  readonly known: number;
  /** What would be recorded of consent; null when nothing would. */
  readonly consents: TableConsentCounts | null;
  readonly problemCount: number;
  readonly reasons: Readonly<Record<string, number>>;
  readonly problems: readonly RowProblem[];
  readonly sample: readonly (TableRow & { readonly known: boolean })[];
};

const BATCH = 1000;
const SHOWN = 20;

type NotThere = Refused<"not-found"> | Refused<"forbidden">;

export async function readContactImport(
  app: App,
  member: Member,
  id: string,
): Promise<ContactImport | NotThere> {
  if (!may(member, "contacts.import")) return { refused: "forbidden" };
  const found = await inWorkspace(app.db, member.workspaceId, (tx) =>
    lockContactImport(tx, member.workspaceId, id),
  );
  return found ?? { refused: "not-found" };
}

export async function listTables(
  app: App,
  member: Member,
): Promise<{ readonly items: readonly ContactImport[] } | Refused<"forbidden">> {
  if (!may(member, "contacts.import")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return {
    items: await inWorkspace(app.db, workspaceId, (tx) => listContactImports(tx, workspaceId)),
  };
}

/** What the columns are taken for: as the last time for such a file, else by their names. */
export function suggestColumns(
  app: App,
  { workspaceId }: Member,
  { columns }: ContactImport,
): Promise<Pick<ContactImportChoices, "columns"> & Partial<ContactImportChoices>> {
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const remembered = await findRememberedChoices(tx, workspaceId, columns);
    if (remembered) return remembered;
    const fields = await listContactFields(tx, workspaceId);
    const guessed: readonly ColumnTarget[] = guessColumns(
      columns,
      fields.map(({ name }) => name),
    );
    return { columns: guessed };
  });
}

/** Goes through all of a table as an import would, and changes nothing. */
export async function previewTable(
  app: App,
  member: Member,
  id: string,
  choices: ContactImportChoices,
): Promise<TablePreview | NotThere> {
  const found = await readContactImport(app, member, id);
  if ("refused" in found) return found;
  if (found.source === null) return { refused: "not-found" };
  const { workspaceId } = member;
  const fields = await inWorkspace(app.db, workspaceId, (tx) => listContactFields(tx, workspaceId));
  const plan = { columns: found.columns, choices, fields };
  const preview = { added: 0, known: 0, problemCount: 0 };
  const problems: RowProblem[] = [];
  const reasons: Record<string, number> = {};
  const sample: TablePreview["sample"][number][] = [];
  let consents = choices.consent ? NO_TABLE_CONSENTS : null;
  for await (const batch of batchesOf(app.files, found.source, plan, BATCH)) {
    const phones = batch.contacts.map(({ phone }) => phone);
    const there = await inWorkspace(app.db, workspaceId, (tx) =>
      findContactsByPhone(tx, workspaceId, phones),
    );
    const known = phones.filter((phone) => there.has(phone)).length;
    const isLeftOut = choices.list?.unknown === "leave";
    const unknown = isLeftOut ? batch.contacts.filter(({ phone }) => !there.has(phone)) : [];
    const left = unknown.map(({ row }) => ({ row, reason: "unknown-person", column: null }));
    preview.known += known;
    preview.added += phones.length - known - left.length;
    preview.problemCount += batch.problems.length + left.length;
    for (const [reason, count] of Object.entries(countByReason([...batch.problems, ...left]))) {
      reasons[reason] = (reasons[reason] ?? 0) + count;
    }
    if (consents) {
      consents = addedConsents(consents, await consentsOf(app, member, choices, { batch, there }));
    }
    problems.push(...[...batch.problems, ...left].slice(0, SHOWN - problems.length));
    const some = batch.contacts.slice(0, SHOWN - sample.length);
    sample.push(...some.map((it) => ({ ...it, known: there.has(it.phone) })));
  }
  return { ...preview, consents, reasons, problems, sample };
}

type Looked = { readonly batch: TableBatch; readonly there: ReadonlyMap<string, string> };

/** What the rows of a batch that would be taken would record of consent. */
function consentsOf(
  app: App,
  { workspaceId }: Member,
  { consent, list }: ContactImportChoices,
  { batch, there }: Looked,
): Promise<TableConsentCounts> | TableConsentCounts {
  if (!consent) return NO_TABLE_CONSENTS;
  const known = batch.contacts.flatMap((it) => {
    const id = there.get(it.phone);
    return id === undefined ? [] : [{ ...it, id }];
  });
  const others = batch.contacts.filter(({ phone }) => !there.has(phone));
  const strangers = list?.unknown === "leave" ? [] : others;
  const now = app.clock.now();
  return inWorkspace(app.db, workspaceId, (tx) =>
    previewConsents(app, { tx, workspaceId, now }, consent, { known, strangers }),
  );
}

/** Every row that was not taken, with why and what stands in it, as pages of rows. */
export async function* problemRows(
  app: App,
  { workspaceId }: Member,
  found: ContactImport,
): AsyncGenerator<readonly RowProblem[]> {
  for (let after = 0; ;) {
    const page = await inWorkspace(app.db, workspaceId, (tx) =>
      listRowProblems(tx, workspaceId, found.id, { after, limit: BATCH }),
    );
    const last = page.at(-1);
    if (!last) return;
    yield page;
    after = last.row;
  }
}
