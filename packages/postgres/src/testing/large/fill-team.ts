import { LABEL_COLORS, LABEL_SHAPES } from "@galka/core/conversations/label";
import type pg from "pg";
import { type LargeWorkspace, MEMBERS } from "./large-workspace.ts";
import { PHRASEBOOKS } from "./phrases.ts";

const LABELS = [
  "order", "delivery", "return", "refund", "invoice", "booking", "complaint", "praise", "vip",
  "wholesale", "gift", "damaged", "address", "stock", "discount", "payment", "shipping abroad",
  "allergy", "press", "supplier", "job", "spam", "follow up", "waiting for courier",
]; // prettier-ignore
const TEAMS = [
  "Orders", "Delivery", "Returns", "Bookings", "Wholesale", "Night shift",
  "Accounts", "Repairs", "Abroad", "Press", "Quality", "Store",
]; // prettier-ignore
const OTHER_CHANNELS = ["Returns", "Wholesale", "Abroad", "Events"];

/**
 * Members, teams, labels and more numbers, in tables of the filling too (`team_of`,
 * `label_of`, `member_of`, `channel_of`), so that what follows finds them by number.
 */
export async function fillTeam(client: pg.Client, wanted: LargeWorkspace): Promise<void> {
  const { workspaceId } = wanted;
  await client.query(`
    create table filling.member_of (n integer primary key, id uuid);
    create table filling.team_of (n integer primary key, id uuid);
    create table filling.label_of (n integer primary key, id uuid);
    create table filling.channel_of (n integer primary key, id uuid);
    create table filling.phrase_of (percent integer primary key, language text, prefix text, first_names text[],
      last_names text[], asks text[], details text[], answers text[], closings text[])`);
  await client.query(
    `with person as (
       insert into auth_users (id, name, email, email_verified)
       select gen_random_uuid(), 'Member ' || n, 'member' || n || '@example.com', true
         from generate_series(1, $2::int) n
       returning id, name, substr(name, 8)::int as n
     ), joined as (
       insert into members (workspace_id, id, user_id, name, role, created_at)
       select $1, gen_random_uuid(), p.id, p.name, case when p.n <= 10 then 'supervisor' else 'member' end, now()
         from person p
       returning id, substr(name, 8)::int as n
     )
     insert into member_of select n - 1, id from joined`,
    [workspaceId, MEMBERS],
  );
  await fillNamed(client, workspaceId);
  await client.query(
    `with made as (
       insert into channels (workspace_id, id, kind, name, status, base_url, api_version, waba_id,
                             phone_number_id, display_phone, verified_name, secrets, created_at)
       select c.workspace_id, gen_random_uuid(), c.kind, o.name, 'disconnected', c.base_url, c.api_version,
              c.waba_id, '90000000' || o.n, '+49 30 90182' || o.n, o.name, c.secrets, now()
         from channels c, unnest($3::text[]) with ordinality as o (name, n)
        where c.workspace_id = $1 and c.id = $2
       returning id, right(phone_number_id, 1)::int as n
     )
     insert into channel_of select n, id from made union all select 0, $2`,
    [workspaceId, wanted.channelId, OTHER_CHANNELS],
  );
  await fillPhrases(client);
}

async function fillNamed(client: pg.Client, workspaceId: string): Promise<void> {
  await client.query(
    `with made as (
       insert into teams (workspace_id, id, name, created_at)
       select $1, gen_random_uuid(), name, now() from unnest($2::text[]) name returning id
     )
     insert into team_of select row_number() over () - 1, id from made`,
    [workspaceId, TEAMS],
  );
  await client.query(
    `insert into team_members (workspace_id, team_id, member_id)
     select $1, t.id, m.id from member_of m join team_of t on t.n = m.n % $2`,
    [workspaceId, TEAMS.length],
  );
  await client.query(
    `with made as (
       insert into labels (workspace_id, id, name, color, shape, created_at)
       select $1, gen_random_uuid(), name, ($3::text[])[1 + n % cardinality($3::text[])],
              ($4::text[])[1 + n % cardinality($4::text[])], now()
         from unnest($2::text[]) with ordinality as l (name, n) returning id
     )
     insert into label_of select row_number() over () - 1, id from made`,
    [workspaceId, LABELS, LABEL_COLORS, LABEL_SHAPES],
  );
}

async function fillPhrases(client: pg.Client): Promise<void> {
  let percent = 0;
  for (const book of PHRASEBOOKS) {
    await client.query(
      `insert into phrase_of select p, $3, $4, $5, $6, $7, $8, $9, $10 from generate_series($1::int, $2::int) p`,
      [
        percent,
        percent + book.share - 1,
        book.language,
        book.dialPrefix,
        book.firstNames,
        book.lastNames,
        book.asks,
        book.details,
        book.answers,
        book.closings,
      ],
    );
    percent += book.share;
  }
}
