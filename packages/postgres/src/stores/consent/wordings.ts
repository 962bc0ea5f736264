import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** Words that people agree to: one version of one text in one language. */
export type ConsentWording = {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly version: number;
  readonly text: string;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly retiredAt: Date | null;
};

const COLUMNS = sql`
  id, name, language, version, text, created_by as "createdBy", created_at as "createdAt",
  retired_at as "retiredAt"`;

/** Every version there ever was, those of one text together, the latest first. */
export async function listWordings(tx: Tx, workspaceId: WorkspaceId): Promise<ConsentWording[]> {
  const { rows } = await sql<ConsentWording>`
    select ${COLUMNS} from consent_wordings
     where workspace_id = ${workspaceId} order by lower(name), language, version desc`.execute(tx);
  return rows;
}

export async function findWording(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<ConsentWording | null> {
  const { rows } = await sql<ConsentWording>`
    select ${COLUMNS} from consent_wordings where workspace_id = ${workspaceId} and id = ${id}`.execute(
    tx,
  );
  return rows[0] ?? null;
}

export type NewWording = Pick<ConsentWording, "id" | "name" | "language" | "text" | "createdBy">;

/** Adds the next version of a text, and retires the one before; the caller holds the settings' row. */
export async function insertWording(
  tx: Tx,
  workspaceId: WorkspaceId,
  wording: NewWording,
  now: Date,
): Promise<void> {
  const { id, name, language, text, createdBy } = wording;
  await sql`
    update consent_wordings set retired_at = ${now}
     where workspace_id = ${workspaceId} and name = ${name} and language = ${language}
       and retired_at is null`.execute(tx);
  await sql`
    insert into consent_wordings (workspace_id, id, name, language, version, text, created_by, created_at)
    select ${workspaceId}, ${id}, ${name}, ${language}, 1 + coalesce(max(version), 0), ${text}, ${createdBy}, ${now}
      from consent_wordings
     where workspace_id = ${workspaceId} and name = ${name} and language = ${language}`.execute(tx);
}

/** Says that nobody is asked in these words any more; answers false for what is not asked already. */
export async function retireWording(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  now: Date,
): Promise<boolean> {
  const result = await sql`
    update consent_wordings set retired_at = ${now}
     where workspace_id = ${workspaceId} and id = ${id} and retired_at is null`.execute(tx);
  return Number(result.numAffectedRows ?? 0n) > 0;
}
