import { createHash, randomBytes } from "node:crypto";
import pg from "pg";

/** One-time links, by their tokens, for the first members of a large workspace; supervisors come first. */
export async function makeLinks(url: string, count: number): Promise<string[]> {
  const tokens = Array.from({ length: count }, () => randomBytes(24).toString("base64url"));
  const hashes = tokens.map((token) => createHash("sha256").update(token).digest());
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `insert into sign_in_links (token_hash, user_id, expires_at)
       select t.hash, u.id, now() + interval '1 hour'
         from unnest($1::bytea[]) with ordinality as t (hash, n)
         join auth_users u on u.email = 'member' || t.n || '@example.com'`,
      [hashes],
    );
  } finally {
    await client.end();
  }
  return tokens;
}
