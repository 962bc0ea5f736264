import type { ConsentDecision, ConsentPurpose } from "@galka/core/consent/consent";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/**
 * How far a table of contacts is.
 *
 * - `ready`: it is understood; a member is to choose and start.
 * - `running`: a job carries it out. Only here does anything of it change.
 * - `done`: every row was looked at.
 * - `stopped`: a member stopped it; what is in stays, and it can be started again.
 * - `failed`: it cannot go on; what is in stays, and it can be started again.
 */
export type ContactImportState = "ready" | "running" | "done" | "failed" | "stopped";

export type ContactImportFailure = "file-missing" | "file-damaged" | "fault";

/** Where the bytes are, and how they are to be read. */
export type ContactTableSource = {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly encoding: string;
  readonly separator: string;
};

/** What a column becomes: a part of the contact, one of their fields, or nothing. */
export type ColumnTarget =
  | { readonly to: "phone" }
  | { readonly to: "name" }
  | { readonly to: "language" }
  | { readonly to: "field"; readonly field: string }
  | { readonly to: "nothing" };

export type ContactImportChoices = {
  /** For each column of the file, in its order. */
  readonly columns: readonly ColumnTarget[];
  /** The country of numbers without a country code. */
  readonly country: string;
  /** What happens to a contact who is there already. */
  readonly known: "skip" | "update";
  /**
   * The list on which the people of the file are put, with what stands in its
   * columns; and whether whoever is not known becomes a contact or is left out, and told.
   */
  readonly list?: { readonly id: string; readonly unknown: "add" | "leave" };
  /** What the people of the file have agreed to or taken back. */
  readonly consent?: {
    readonly purposes: readonly ConsentPurpose[];
    readonly decision: ConsentDecision;
    /** Null where a column says it of each row. */
    readonly wordingId: string | null;
    readonly channelId: string | null;
    readonly source: string;
    /** As ISO text; of every row that has no day of its own. */
    readonly saidAt: string;
    readonly saidAtColumn?: string;
    readonly sourceColumn?: string;
    readonly agreedColumn?: string;
    readonly purposeColumn?: string;
    readonly wordingColumn?: string;
    readonly channelColumn?: string;
  };
};

export type ContactImport = {
  readonly id: string;
  readonly fileName: string;
  readonly state: ContactImportState;
  /** Null once the file is not kept any more. */
  readonly source: ContactTableSource | null;
  readonly columns: readonly string[];
  readonly choices: ContactImportChoices | null;
  readonly rowsTotal: number;
  readonly rowsDone: number;
  readonly added: number;
  readonly updated: number;
  readonly skipped: number;
  readonly failed: number;
  /** Of those that failed, how many by which reason. */
  readonly reasons: Readonly<Record<string, number>>;
  /** How many people have agreed by it; of how many a later withdrawal counts, and of how many by a hash alone. */
  readonly consentsRecorded: number;
  readonly consentsOutweighed: number;
  readonly consentsRemembered: number;
  /** Of how many rows nothing was recorded, by why. */
  readonly consentsLacking: Readonly<Record<string, number>>;
  readonly failure: ContactImportFailure | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
};

const COLUMNS = sql`
  id, file_name as "fileName", state, source, columns, choices, rows_total as "rowsTotal",
  rows_done as "rowsDone", added, updated, skipped, failed, reasons, failure, created_by as "createdBy",
  consents_recorded as "consentsRecorded", consents_outweighed as "consentsOutweighed",
  consents_remembered as "consentsRemembered", consents_lacking as "consentsLacking",
  created_at as "createdAt", started_at as "startedAt", finished_at as "finishedAt"`;

export async function insertContactImport(
  tx: Tx,
  workspaceId: WorkspaceId,
  it: Pick<
    ContactImport,
    "id" | "fileName" | "source" | "columns" | "rowsTotal" | "createdBy" | "createdAt"
  >,
): Promise<void> {
  await sql`
    insert into contact_imports (workspace_id, id, file_name, state, source, columns, rows_total, created_by, created_at)
    values (${workspaceId}, ${it.id}, ${it.fileName}, 'ready', ${JSON.stringify(it.source)},
            ${[...it.columns]}, ${it.rowsTotal}, ${it.createdBy}, ${it.createdAt})`.execute(tx);
}

export async function listContactImports(
  tx: Tx,
  workspaceId: WorkspaceId,
): Promise<ContactImport[]> {
  const { rows } = await sql<ContactImport>`
    select ${COLUMNS} from contact_imports
     where workspace_id = ${workspaceId} order by created_at desc, id desc limit 50`.execute(tx);
  return rows;
}

/** Locks the row until `tx` ends. */
export async function lockContactImport(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<ContactImport | null> {
  const { rows } = await sql<ContactImport>`
    select ${COLUMNS} from contact_imports
     where workspace_id = ${workspaceId} and id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}

/** What was last chosen for a file with these very columns. */
export async function findRememberedChoices(
  tx: Tx,
  workspaceId: WorkspaceId,
  columns: readonly string[],
): Promise<ContactImportChoices | null> {
  const { rows } = await sql<{ choices: ContactImportChoices }>`
    select choices from contact_imports
     where workspace_id = ${workspaceId} and columns = ${[...columns]}::text[] and choices is not null
     order by started_at desc nulls last limit 1`.execute(tx);
  return rows[0]?.choices ?? null;
}

export async function startContactImport(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  {
    choices,
    goesOn,
    now,
  }: {
    readonly choices: ContactImportChoices;
    readonly goesOn: boolean;
    readonly now: Date;
  },
): Promise<void> {
  const reset = goesOn
    ? sql``
    : sql`, rows_done = 0, added = 0, updated = 0, skipped = 0, failed = 0, reasons = '{}',
            consents_recorded = 0, consents_outweighed = 0, consents_remembered = 0,
            consents_lacking = '{}'`;
  if (!goesOn) {
    await sql`
      delete from contact_import_problems
       where workspace_id = ${workspaceId} and import_id = ${id}`.execute(tx);
  }
  await sql`
    update contact_imports
       set state = 'running', choices = ${JSON.stringify(choices)}, failure = null,
           list_id = ${choices.list?.id ?? null},
           started_at = ${now}, finished_at = null ${reset}
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

export async function endContactImport(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  end: {
    readonly state: "done" | "failed" | "stopped";
    readonly failure: ContactImportFailure | null;
    readonly at: Date;
  },
): Promise<void> {
  await sql`
    update contact_imports set state = ${end.state}, failure = ${end.failure}, finished_at = ${end.at}
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

export type ImportStep = {
  readonly rowsDone: number;
  readonly added: number;
  readonly updated: number;
  readonly skipped: number;
  readonly consents: {
    readonly recorded: number;
    readonly outweighed: number;
    readonly remembered: number;
    readonly lacking: Readonly<Record<string, number>>;
  };
  readonly problems: readonly RowProblem[];
};

/** Why a row was not taken, and in which column it lies. What stands there is in the file alone. */
export type RowProblem = {
  readonly row: number;
  readonly reason: string;
  readonly column: string | null;
};

export async function advanceContactImport(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  step: ImportStep,
): Promise<void> {
  await sql`
    insert into contact_import_problems (workspace_id, import_id, row_number, reason, column_name)
    select ${workspaceId}, ${id}, p.row, p.reason, p.column
      from jsonb_to_recordset(${JSON.stringify(step.problems)}::jsonb) as p (row int, reason text, "column" text)
    on conflict do nothing`.execute(tx);
  await sql`
    update contact_imports
       set rows_done = ${step.rowsDone}, added = added + ${step.added}, updated = updated + ${step.updated},
           skipped = skipped + ${step.skipped}, failed = failed + ${step.problems.length},
           reasons = ${addedTo("reasons", countByReason(step.problems))},
           consents_lacking = ${addedTo("consents_lacking", step.consents.lacking)},
           consents_recorded = consents_recorded + ${step.consents.recorded},
           consents_outweighed = consents_outweighed + ${step.consents.outweighed},
           consents_remembered = consents_remembered + ${step.consents.remembered}
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

/** Counts by reason, with what a batch adds to them. */
function addedTo(column: "reasons" | "consents_lacking", counts: Readonly<Record<string, number>>) {
  return sql`(select coalesce(jsonb_object_agg(r.reason, r.count), '{}')
                from (select key as reason, sum(value::int) as count
                        from (select * from jsonb_each_text(${sql.ref(column)})
                              union all
                              select * from jsonb_each_text(${JSON.stringify(counts)}::jsonb)) e
                       group by key) r)`;
}

/** How many rows each reason kept out. */
export function countByReason(problems: readonly RowProblem[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { reason } of problems) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

/** The problems after a row, in their order; all, or those of one reason. */
export async function listRowProblems(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  page: { readonly after: number; readonly limit: number; readonly reason?: string | undefined },
): Promise<RowProblem[]> {
  const { rows } = await sql<RowProblem>`
    select row_number as row, reason, column_name as "column" from contact_import_problems
     where workspace_id = ${workspaceId} and import_id = ${id} and row_number > ${page.after}
       and reason = coalesce(${page.reason ?? null}, reason)
     order by row_number limit ${page.limit}`.execute(tx);
  return rows;
}

/**
 * Lets go of the files of all tables: nobody can say whose names are in them.
 * What runs is stopped. Answers the hashes of their contents.
 */
export async function forgetImportFiles(tx: Tx, workspaceId: WorkspaceId): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    update contact_imports i
       set source = null, state = case when i.state = 'running' then 'failed' else i.state end,
           failure = case when i.state = 'running' then 'file-missing' else i.failure end
      from contact_imports o
     where i.workspace_id = ${workspaceId} and o.workspace_id = i.workspace_id and o.id = i.id
       and i.source is not null
    returning o.source ->> 'sha256' as sha256`.execute(tx);
  return rows.map(({ sha256 }) => sha256);
}
