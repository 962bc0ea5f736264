import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import type { TimeCursor } from "../views/page.ts";
import { type Marked, markedOf } from "../views/search.ts";

/** What a search is narrowed down to; what is absent narrows nothing. */
export type Narrowed = {
  /** `files`: what is asked stands in a file's name. */
  readonly in?: "messages" | "notes" | "files";
  readonly channelId?: string;
  readonly memberId?: string;
  readonly contactId?: string;
  readonly labelId?: string;
  readonly direction?: "in" | "out" | "note";
  readonly kind?: string;
  readonly file?: "with";
  readonly from?: string;
  readonly to?: string;
  readonly status?: string;
};

export type FoundInThread = {
  readonly messageId: string;
  readonly conversationId: string;
  readonly channelId: string;
  readonly contactName: string;
  readonly authorMemberId: string | null;
  readonly direction: "in" | "out" | "note";
  readonly kind: string;
  readonly fileName: string | null;
  readonly at: Date;
  readonly snippet: readonly Marked[];
};

export type FoundPage = {
  readonly items: readonly FoundInThread[];
  readonly next: TimeCursor | null;
  /** Nothing more was found among what was looked through, and there is more to look through. */
  readonly isUnfinished: boolean;
};

type Row = {
  message_id: string | null;
  conversation_id: string;
  at: Date;
  snippet: string;
  channel_id: string;
  contact_name: string;
  author_member_id: string | null;
  direction: "in" | "out" | "note";
  kind: string;
  file_name: string | null;
};

export type FindQuery = {
  readonly text: string;
  readonly narrowed: Narrowed;
  readonly before?: TimeCursor;
  readonly limit: number;
};

/** Messages, notes and files' names that say what is asked, the latest first. */
export async function findMessages(
  tx: Tx,
  workspaceId: WorkspaceId,
  { text, narrowed, before, limit }: FindQuery,
): Promise<FoundPage> {
  const place = before ? { beforeAt: before.at.toISOString(), beforeId: before.id } : {};
  const wish = JSON.stringify({ ...narrowed, ...place });
  const { rows } = await sql<Row>`
    select f.message_id, f.conversation_id, f.at, f.snippet, m.channel_id, m.author_member_id,
           m.direction, m.content ->> 'kind' as kind, m.content #>> '{file,name}' as file_name,
           coalesce(ct.name, ct.profile_name, (
             select i.value from contact_identities i
              where i.workspace_id = ct.workspace_id and i.contact_id = ct.id
              order by i.kind desc limit 1), '') as contact_name
      from find_in_messages(${text}, ${wish}::jsonb, ${limit}, true) with ordinality as f
      left join messages m on m.workspace_id = ${workspaceId} and m.id = f.message_id
      left join conversations c on c.workspace_id = ${workspaceId} and c.id = m.conversation_id
      left join contacts ct on ct.workspace_id = ${workspaceId} and ct.id = c.contact_id
     order by f.ordinality`.execute(tx);
  const found = rows.flatMap((row) =>
    row.message_id === null ? [] : [fromRow(row, row.message_id)],
  );
  const items = found.slice(0, limit);
  const stopped = rows.find((row) => row.message_id === null);
  const last = items.at(-1);
  const more = found.length > limit && last ? { at: last.at, id: last.messageId } : null;
  return {
    items,
    next: more ?? (stopped ? { at: stopped.at, id: stopped.conversation_id } : null),
    isUnfinished: stopped !== undefined,
  };
}

function fromRow(row: Row, messageId: string): FoundInThread {
  return {
    messageId,
    conversationId: row.conversation_id,
    channelId: row.channel_id,
    contactName: row.contact_name,
    authorMemberId: row.author_member_id,
    direction: row.direction,
    kind: row.kind,
    fileName: row.file_name,
    at: row.at,
    snippet: markedOf(row.snippet),
  };
}

export const FACETS = [
  "direction",
  "kind",
  "channel",
  "member",
  "status",
  "label",
  "file",
] as const;
export type Facet = (typeof FACETS)[number];
export type FacetCount = { readonly facet: Facet; readonly value: string; readonly count: number };

export type Counted = {
  readonly total: number;
  /** There are more: only the latest are counted. */
  readonly isMore: boolean;
  readonly counts: readonly FacetCount[];
};

/** Of how many found messages at most it is told what they are. */
export const COUNTED_UP_TO = 1000;

/** How many were found, and how many of them are what: of the latest thousand. */
export async function countFound(
  tx: Tx,
  workspaceId: WorkspaceId,
  text: string,
  narrowed: Narrowed,
): Promise<Counted> {
  const { rows } = await sql<{ facet: Facet | "total" | "more"; value: string; count: number }>`
    with found as materialized (
      select f.message_id from find_in_messages(${text}, ${JSON.stringify(narrowed)}::jsonb, ${COUNTED_UP_TO}, false) f),
    hit as materialized (
      select m.direction, m.content ->> 'kind' as kind, c.channel_id, m.author_member_id, c.status,
             c.id as conversation_id, m.content ? 'file' as has_file
        from (select message_id from found where message_id is not null limit ${COUNTED_UP_TO}) f
        join messages m on m.workspace_id = ${workspaceId} and m.id = f.message_id
        join conversations c on c.workspace_id = ${workspaceId} and c.id = m.conversation_id)
    select 'total' as facet, '' as value, count(*)::int as count from hit
    union all select 'more', '', (count(*) > ${COUNTED_UP_TO} or bool_or(message_id is null))::int from found
    union all select 'direction', direction, count(*)::int from hit group by 2
    union all select 'kind', kind, count(*)::int from hit group by 2
    union all select 'channel', channel_id::text, count(*)::int from hit group by 2
    union all select 'member', author_member_id::text, count(*)::int from hit
               where author_member_id is not null group by 2
    union all select 'status', status, count(*)::int from hit group by 2
    union all select 'file', 'with', count(*)::int from hit where has_file having count(*) > 0
    union all select 'label', l.label_id::text, count(*)::int from hit
               join conversation_labels l on l.workspace_id = ${workspaceId}
                and l.conversation_id = hit.conversation_id group by 2
     order by 1, 3 desc, 2`.execute(tx);
  const numberOf = (name: string) => rows.find(({ facet }) => facet === name)?.count ?? 0;
  return {
    total: numberOf("total"),
    isMore: numberOf("more") > 0,
    counts: rows.flatMap(({ facet, ...rest }) =>
      facet === "total" || facet === "more" ? [] : [{ facet, ...rest }],
    ),
  };
}
