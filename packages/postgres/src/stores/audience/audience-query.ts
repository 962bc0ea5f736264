import type { AudiencePart, AudienceWish } from "@galka/core/audience/audience-wish";
import { partsOf } from "@galka/core/audience/audience-wish";
import type { PeopleFilter } from "@galka/core/contacts/people-filter";
import type { Asking } from "@galka/core/filters/filter";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { unreachable } from "@galka/core/kernel/unreachable";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../database.ts";
import { filterConditions } from "../people-table/people-conditions.ts";

type Sql = RawBuilder<unknown>;

/** A person of an audience, with what their row of a file says. */
export type AudienceRow = {
  readonly contact_id: string;
  readonly variables: Readonly<Record<string, string>> | null;
};

/** A part with what it needs to be asked: of a segment its filter. */
type Resolved = { readonly filter: PeopleFilter } | { readonly listId: string };

export type ResolvedAudience = {
  readonly of: readonly Resolved[];
  readonly except: readonly Resolved[];
};

/** A segment or a list that is asked for and is not there any more. */
export type MissingPart = { readonly kind: "segment" | "list"; readonly id: string };

/**
 * What the wish names and is gone. An audience with such a part is not to be
 * used: somebody who was to be left out would not be.
 */
export async function findMissingParts(
  tx: Tx,
  workspaceId: WorkspaceId,
  wish: AudienceWish,
): Promise<MissingPart[]> {
  const { segments, lists } = idsOf(wish);
  const { rows } = await sql<MissingPart>`
    select 'segment' as kind, w.id from unnest(${segments}::uuid[]) as w (id)
     where not exists (select from segments s where s.workspace_id = ${workspaceId} and s.id = w.id)
    union all
    select 'list', w.id from unnest(${lists}::uuid[]) as w (id)
     where not exists (select from audience_lists l where l.workspace_id = ${workspaceId} and l.id = w.id)`.execute(
    tx,
  );
  return rows;
}

function idsOf(wish: AudienceWish): { readonly segments: string[]; readonly lists: string[] } {
  const parts = partsOf(wish);
  return {
    segments: parts.flatMap((it) => (it.from === "segment" ? [it.segmentId] : [])),
    lists: parts.flatMap((it) => (it.from === "list" ? [it.listId] : [])),
  };
}

/** Looks up the filters of the segments. @throws if one of the parts is gone: ask `findMissingParts` before. */
export async function resolveAudience(
  tx: Tx,
  workspaceId: WorkspaceId,
  wish: AudienceWish,
): Promise<ResolvedAudience> {
  const missing = await findMissingParts(tx, workspaceId, wish);
  if (missing[0])
    throw new Error(`The ${missing[0].kind} ${missing[0].id} of an audience is gone.`);
  const { rows } = await sql<{ id: string; filter: PeopleFilter }>`
    select id, filter from segments
     where workspace_id = ${workspaceId} and id = any(${idsOf(wish).segments}::uuid[])`.execute(tx);
  const filters = new Map(rows.map(({ id, filter }) => [id, filter]));
  const resolved = (part: AudiencePart): Resolved[] => {
    switch (part.from) {
      case "filter":
        return [{ filter: part.filter }];
      case "list":
        return [{ listId: part.listId }];
      case "segment": {
        const filter = filters.get(part.segmentId);
        return filter ? [{ filter }] : [];
      }
      default:
        return unreachable(part);
    }
  };
  return { of: wish.of.flatMap(resolved), except: wish.except.flatMap(resolved) };
}

/**
 * A select of the people who are meant, each once: `contact_id` and `variables`
 * (jsonb, null for whoever came with none). For `insert … select`, for counting
 * and for a preview; who is in it is told when it runs.
 */
export async function audienceQuery(
  tx: Tx,
  workspaceId: WorkspaceId,
  wish: AudienceWish,
  asking: Asking,
): Promise<RawBuilder<AudienceRow>> {
  return selectAudience(workspaceId, await resolveAudience(tx, workspaceId, wish), asking);
}

export function selectAudience(
  workspaceId: WorkspaceId,
  { of, except }: ResolvedAudience,
  asking: Asking,
): RawBuilder<AudienceRow> {
  const allowed = except.map((part) => sql`and (${inPart(part, asking)}) is not true`);
  const left = allowed.length === 0 ? sql`` : sql.join(allowed, sql` `);
  const [first, ...others] = of.map((part, place) =>
    selectPart(workspaceId, part, { asking, left, place }),
  );
  if (!first)
    return sql<AudienceRow>`select null::uuid as contact_id, null::jsonb as variables where false`;
  if (others.length === 0)
    return sql<AudienceRow>`select p.contact_id, p.variables from (${first}) p`;
  return sql<AudienceRow>`
    select p.contact_id,
           (array_agg(p.variables order by p.place) filter (where p.variables is not null))[1] as variables
      from (${sql.join([first, ...others], sql` union all `)}) p
     group by p.contact_id`;
}

function selectPart(
  workspaceId: WorkspaceId,
  part: Resolved,
  { asking, left, place }: { readonly asking: Asking; readonly left: Sql; readonly place: number },
): Sql {
  if ("listId" in part) {
    return sql`
      select ct.id as contact_id, om.variables, ${place}::int as place
        from audience_list_members om
        join contacts ct on ct.workspace_id = om.workspace_id and ct.id = om.contact_id
       where om.workspace_id = ${workspaceId} and om.list_id = ${part.listId} ${left}`;
  }
  const conditions = [
    sql`ct.workspace_id = ${workspaceId}`,
    ...filterConditions(part.filter, asking),
  ];
  return sql`
    select ct.id as contact_id, null::jsonb as variables, ${place}::int as place
      from contacts ct where ${sql.join(conditions, sql` and `)} ${left}`;
}

/** Whether a row of `contacts ct` is in the audience, without looking up whom else it has. */
export function inAudience({ of, except }: ResolvedAudience, asking: Asking): Sql {
  if (of.length === 0) return sql`false`;
  const among = sql.join(
    of.map((part) => sql`(${inPart(part, asking)})`),
    sql` or `,
  );
  const left = except.map((part) => sql`(${inPart(part, asking)}) is not true`);
  return sql.join([sql`(${among})`, ...left], sql` and `);
}

function inPart(part: Resolved, asking: Asking): Sql {
  if ("listId" in part) {
    return sql`exists (select from audience_list_members om
      where om.workspace_id = ct.workspace_id and om.contact_id = ct.id and om.list_id = ${part.listId})`;
  }
  const conditions = filterConditions(part.filter, asking);
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}
