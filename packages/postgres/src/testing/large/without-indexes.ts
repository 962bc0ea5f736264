import type pg from "pg";

type Kept = { readonly name: string; readonly drop: string; readonly create: string };

/**
 * Runs `work` while these tables have no indexes but their keys, and makes them anew.
 *
 * An index that is made of what is there costs a tenth of one that is kept at
 * every row. Nothing checks what is written meanwhile: neither foreign keys nor triggers.
 */
export async function withoutIndexes(
  client: pg.Client,
  tables: readonly string[],
  work: () => Promise<void>,
  say: (line: string) => void,
): Promise<void> {
  const kept = [
    ...(await uniqueConstraints(client, tables)),
    ...(await plainIndexes(client, tables)),
  ];
  await client.query("set session_replication_role = replica");
  for (const { drop } of kept) await client.query(drop);
  await work();
  for (const { name, create } of kept) {
    say(`index ${name} …`);
    await client.query(create);
  }
  await client.query("set session_replication_role = origin");
}

async function uniqueConstraints(client: pg.Client, tables: readonly string[]): Promise<Kept[]> {
  const { rows } = await client.query<{ name: string; home: string; definition: string }>(
    `select c.conname as name, c.conrelid::regclass::text as home, pg_get_constraintdef(c.oid) as definition
       from pg_constraint c
      where c.contype = 'u' and c.conrelid = any($1::text[]::regclass[])
        and not exists (select from pg_constraint f where f.contype = 'f' and f.conindid = c.conindid)`,
    [tables],
  );
  return rows.map(({ name, home, definition }) => ({
    name,
    drop: `alter table ${home} drop constraint ${name}`,
    create: `alter table ${home} add constraint ${name} ${definition}`,
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
