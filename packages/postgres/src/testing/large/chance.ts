import type pg from "pg";

/**
 * Functions that make everything of numbers, so that two runs make the same. They
 * are in a schema of their own, `filling`, which goes when everything is filled.
 *
 * - `chance(n, salt, size)`: a number from 0 to below `size`.
 * - `skewed(n, salt, size)`: the same, but low numbers come far more often.
 * - `id_at(at, n, salt)`: an id as Galka makes them, sorted by its moment.
 * - `conversation_of(n)`, `contact_of(n)`: the ids of the n-th.
 */
export async function createChance(client: pg.Client): Promise<void> {
  await client.query(`
    create schema filling;
    create function filling.chance(n bigint, salt integer, size bigint) returns bigint
      language sql immutable as $$ select (hashint8extended(n, salt) & 9223372036854775807) % size $$;
    create function filling.skewed(n bigint, salt integer, size bigint) returns bigint
      language sql immutable as $$
        select floor(size * power(((hashint8extended(n, salt) & 1073741823) / 1073741824.0)::float8, 2))::bigint $$;
    create function filling.id_at(at timestamptz, n bigint, salt text) returns uuid
      language sql immutable as $$
        select (lpad(to_hex(floor(extract(epoch from at) * 1000)::bigint), 12, '0')
          || '7' || left(md5(salt || n), 3) || '8' || substr(md5(salt || n), 4, 15))::uuid $$;
    create function filling.conversation_of(n bigint) returns uuid
      language sql immutable as $$ select filling.id_at('2024-01-01 00:00Z'::timestamptz + n * interval '1 second', n, 'v') $$;
    create function filling.contact_of(n bigint) returns uuid
      language sql immutable as $$ select filling.id_at('2024-01-01 00:00Z'::timestamptz + n * interval '1 second', n, 'c') $$;`);
}
