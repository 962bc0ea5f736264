import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** By what a workspace is charged, and what it puts on top of that. */
export type PriceSettings = {
  /** `by-date`, one of Meta's tariffs, or the id of an own one. */
  readonly tariff: string;
  /** The first day that it is for, and what was in force before; null while nothing else was. */
  readonly tariffFrom: string | null;
  readonly tariffBefore: string | null;
  readonly markupBasisPoints: number;
  readonly markupFixedMicros: number;
  /** Since when lines wait to be priced anew; null when none do. */
  readonly rebookFrom: Date | null;
};

const USUAL: PriceSettings = {
  tariff: "by-date",
  tariffFrom: null,
  tariffBefore: null,
  markupBasisPoints: 0,
  markupFixedMicros: 0,
  rebookFrom: null,
};

export async function findPriceSettings(tx: Tx, workspaceId: WorkspaceId): Promise<PriceSettings> {
  const { rows } = await sql<PriceSettings>`
    select tariff, tariff_from::text as "tariffFrom", tariff_before as "tariffBefore",
           markup_basis_points as "markupBasisPoints",
           markup_fixed_micros::float8 as "markupFixedMicros", rebook_from as "rebookFrom"
      from price_settings where workspace_id = ${workspaceId}`.execute(tx);
  return rows[0] ?? USUAL;
}

/** Until `tx` ends nobody else books for this workspace: what is free comes to an end at one message. */
export async function lockLedger(
  tx: Tx,
  workspaceId: WorkspaceId,
  now: Date,
): Promise<PriceSettings> {
  await sql`
    insert into price_settings (workspace_id, updated_at) values (${workspaceId}, ${now})
    on conflict (workspace_id) do nothing`.execute(tx);
  await sql`select from price_settings where workspace_id = ${workspaceId} for update`.execute(tx);
  return findPriceSettings(tx, workspaceId);
}

export async function savePriceSettings(
  tx: Tx,
  workspaceId: WorkspaceId,
  settings: Omit<PriceSettings, "rebookFrom">,
  now: Date,
): Promise<void> {
  const { tariff, tariffFrom, tariffBefore, markupBasisPoints, markupFixedMicros } = settings;
  await sql`
    insert into price_settings (workspace_id, tariff, tariff_from, tariff_before, markup_basis_points,
                                markup_fixed_micros, updated_at)
    values (${workspaceId}, ${tariff}, ${tariffFrom}::date, ${tariffBefore}, ${markupBasisPoints},
            ${markupFixedMicros}, ${now})
    on conflict (workspace_id) do update
       set tariff = excluded.tariff, tariff_from = excluded.tariff_from,
           tariff_before = excluded.tariff_before,
           markup_basis_points = excluded.markup_basis_points,
           markup_fixed_micros = excluded.markup_fixed_micros,
           updated_at = excluded.updated_at`.execute(tx);
}

/** Notes from when on lines have to be priced anew; an earlier moment that is noted already stays. */
export async function noteRebooking(tx: Tx, workspaceId: WorkspaceId, from: Date): Promise<void> {
  await sql`
    update price_settings set rebook_from = least(rebook_from, ${from})
     where workspace_id = ${workspaceId}`.execute(tx);
}

/** How far rebooking has come; null is to the end. */
export async function saveRebooked(
  tx: Tx,
  workspaceId: WorkspaceId,
  until: Date | null,
): Promise<void> {
  await sql`
    update price_settings set rebook_from = ${until} where workspace_id = ${workspaceId}`.execute(
    tx,
  );
}
