import type pg from "pg";
import { inLanes } from "./in-lanes.ts";

type Kept = {
  readonly name: string;
  readonly drop: string;
  readonly create: string;
  /** What makes a constraint of the index; it waits for whoever makes another, so it comes last. */
  readonly attach?: string;
};

/**
 * Runs `work` while these tables have no indexes but their keys, and makes them anew.
 *
 * An index that is made of what is there costs a tenth of one that is kept at
 * every row. Nothing checks what is written meanwhile: neither foreign keys nor triggers.
 */
export async function withoutIndexes(
  lanes: readonly [pg.Client, ...pg.Client[]],
  tables: readonly string[],
  work: () => Promise<void>,
  say: (line: string) => void,
): Promise<void> {
  const [client] = lanes;
  const kept = [
    ...(await uniqueConstraints(client, tables)),
    ...(await plainIndexes(client, tables)),
  ];
  for (const lane of lanes) await lane.query("set session_replication_role = replica");
  for (const { drop } of kept) await client.query(drop);
  await work();
  await inLanes(lanes, kept, async (lane, { name, create }) => {
    say(`index ${name} …`);
    await lane.query(create);
  });
  for (const { attach } of kept) if (attach !== undefined) await client.query(attach);
  for (const lane of lanes) await lane.query("set session_replication_role = origin");
}

async function uniqueConstraints(client: pg.Client, tables: readonly string[]): Promise<Kept[]> {
  const { rows } = await client.query<{ name: string; home: string; definition: string }>(
    `select c.conname as name, c.conrelid::regclass::text as home, pg_get_indexdef(c.conindid) as definition
       from pg_constraint c
      where c.contype = 'u' and c.conrelid = any($1::text[]::regclass[])
        and not exists (select from pg_constraint f where f.contype = 'f' and f.conindid = c.conindid)`,
    [tables],
  );
  return rows.map(({ name, home, definition }) => ({
    name,
    drop: `alter table ${home} drop constraint ${name}`,
    create: definition,
    attach: `alter table ${home} add constraint ${name} unique using index ${name}`,
  }));
}

async function plainIndexes(client: pg.Client, tables: readonly string[]): Promise<Kept[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
       from pg_index i
      where i.indrelid = any($1::text[]::regclass[])
        and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [tables],
  );
  return rows.map(({ name, definition }) => ({
    name,
    drop: `drop index ${name}`,
    create: definition,
  }));
}
