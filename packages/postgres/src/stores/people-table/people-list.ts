import type { WorkspaceId } from "@galka/core/kernel/ids";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../database.ts";
import {
  CONTACT_COLUMNS,
  type ContactRow,
  type ContactView,
  contactFromRow,
} from "../views/contact-list.ts";
import { type Page, pageOf } from "../views/page.ts";
import { type PeopleMeant, peopleConditions } from "./people-conditions.ts";

/** A line of the table of contacts. */
export type PersonView = ContactView & {
  /** Of all their conversations. */
  readonly labelIds: readonly string[];
  readonly channelIds: readonly string[];
  /** Null for whoever was never written with. */
  readonly lastMessageAt: Date | null;
  readonly isBlocked: boolean;
};

export type PeopleOrder = {
  readonly by: "name" | "created" | "last-message";
  readonly way: "up" | "down";
};

/** Where a page of the table begins: by the sort's own value, null among those who have none. */
export type PeopleCursor = { readonly at: string | null; readonly id: string };

export type PeopleQuery = {
  readonly meant: PeopleMeant;
  readonly order: PeopleOrder;
  readonly after?: PeopleCursor;
  readonly limit: number;
};

type Row = ContactRow & {
  label_ids: string[];
  channel_ids: string[];
  last_message_at: Date | null;
  is_blocked: boolean;
  sort_at: string | Date | null;
  sort_id: string;
};

const COLUMNS = sql`${CONTACT_COLUMNS},
  (select coalesce(array_agg(distinct l.label_id), '{}')
     from conversations oc
     join conversation_labels l on l.workspace_id = oc.workspace_id and l.conversation_id = oc.id
    where oc.workspace_id = ct.workspace_id and oc.contact_id = ct.id) as label_ids,
  (select coalesce(array_agg(distinct oc.channel_id), '{}') from conversations oc
    where oc.workspace_id = ct.workspace_id and oc.contact_id = ct.id) as channel_ids,
  (select max(oc.last_message_at) from conversations oc
    where oc.workspace_id = ct.workspace_id and oc.contact_id = ct.id) as last_message_at,
  exists (select from contact_blocks ob
    where ob.workspace_id = ct.workspace_id and ob.contact_id = ct.id) as is_blocked`;

/**
 * A page of the contacts that are meant, in an order that an index has: however
 * many there are, no more is read than the page and what the filter leaves out.
 */
export async function listPeople(
  tx: Tx,
  workspaceId: WorkspaceId,
  query: PeopleQuery,
): Promise<Page<PersonView, PeopleCursor>> {
  const rows =
    query.order.by === "last-message"
      ? await byLastMessage(tx, workspaceId, query)
      : await byOwnColumn(tx, workspaceId, query, query.order.by);
  const page = pageOf(rows, query.limit, ({ sort_at: at, sort_id: id }) => ({
    at: at instanceof Date ? at.toISOString() : at,
    id,
  }));
  return { items: page.items.map(fromRow), next: page.next };
}

const OWN = {
  name: { column: sql`ct.sort_name`, type: sql`text` },
  created: { column: sql`ct.created_at`, type: sql`timestamptz` },
} as const;

async function byOwnColumn(
  tx: Tx,
  workspaceId: WorkspaceId,
  { meant, order, after, limit }: PeopleQuery,
  by: "name" | "created",
): Promise<Row[]> {
  const { column, type } = OWN[by];
  const { way, beyond } = directionOf(order);
  const conditions = peopleConditions(workspaceId, meant);
  if (after) {
    conditions.push(sql`(${column}, ct.id) ${beyond} (${after.at}::${type}, ${after.id}::uuid)`);
  }
  const { rows } = await sql<Row>`
    select ${COLUMNS}, ${column} as sort_at, ct.id as sort_id
      from contacts ct
     where ${sql.join(conditions, sql` and `)}
     order by ${column} ${way}, ct.id ${way}
     limit ${limit + 1}`.execute(tx);
  return rows;
}

/** Whoever was never written with comes behind the others, in either direction. */
async function byLastMessage(tx: Tx, workspaceId: WorkspaceId, query: PeopleQuery): Promise<Row[]> {
  const { after, limit } = query;
  const heard = after && after.at === null ? [] : await heardOf(tx, workspaceId, query);
  if (heard.length > limit) return heard;
  const conditions = peopleConditions(workspaceId, query.meant);
  if (after && after.at === null) conditions.push(sql`ct.id > ${after.id}::uuid`);
  const { rows } = await sql<Row>`
    select ${COLUMNS}, null as sort_at, ct.id as sort_id
      from contacts ct
     where ${sql.join(conditions, sql` and `)}
       and not exists (select from conversations cv
             where cv.workspace_id = ct.workspace_id and cv.contact_id = ct.id)
     order by ct.id
     limit ${limit + 1 - heard.length}`.execute(tx);
  return [...heard, ...rows];
}

/**
 * Walks the conversations in the order of their last message, and takes of each
 * contact the one that is their latest. Asked row by row, so that a page costs a
 * page and not a comparison of all conversations with one another.
 */
async function heardOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  { meant, order, after, limit }: PeopleQuery,
): Promise<Row[]> {
  const { way, beyond } = directionOf(order);
  const from = after
    ? sql`and (c.last_message_at, c.id) ${beyond} (${after.at}::timestamptz, ${after.id}::uuid)`
    : sql``;
  const { rows } = await sql<Row>`
    select ${COLUMNS}, c.last_message_at as sort_at, c.id as sort_id
      from conversations c
      join contacts ct on ct.workspace_id = c.workspace_id and ct.id = c.contact_id
     where c.workspace_id = ${workspaceId} ${from}
       and c.id = (select n.id from conversations n
                    where n.workspace_id = c.workspace_id and n.contact_id = c.contact_id
                    order by n.last_message_at desc, n.id desc limit 1)
       and ${sql.join(peopleConditions(workspaceId, meant), sql` and `)}
     order by c.last_message_at ${way}, c.id ${way}
     limit ${limit + 1}`.execute(tx);
  return rows;
}

function directionOf({ way }: PeopleOrder): {
  readonly way: RawBuilder<unknown>;
  readonly beyond: RawBuilder<unknown>;
} {
  return way === "up" ? { way: sql`asc`, beyond: sql`>` } : { way: sql`desc`, beyond: sql`<` };
}

/** How many contacts are meant; counts no further than `upTo`. */
export async function countPeople(
  tx: Tx,
  workspaceId: WorkspaceId,
  meant: PeopleMeant,
  upTo: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from contacts ct
       where ${sql.join(peopleConditions(workspaceId, meant), sql` and `)}
       limit ${upTo}) as counted`.execute(tx);
  return rows[0]?.count ?? 0;
}

function fromRow(row: Row): PersonView {
  return {
    ...contactFromRow(row),
    labelIds: row.label_ids,
    channelIds: row.channel_ids,
    lastMessageAt: row.last_message_at,
    isBlocked: row.is_blocked,
  };
}
