import {
  FIELD_DATE,
  FIELD_NUMBER,
  type PeopleClause,
  type PeopleCondition,
  type PeopleFilter,
} from "@galka/core/contacts/people-filter";
import type { Asking } from "@galka/core/filters/filter";
import { type DeepCondition, isDeep } from "@galka/core/contacts/deep-conditions";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { unreachable } from "@galka/core/kernel/unreachable";
import { type RawBuilder, sql } from "kysely";
import { contactNeedle } from "../views/contact-list.ts";
import { contactOf } from "../views/conversation-filter.ts";
import { deepCondition } from "./deep-conditions.ts";

type Sql = RawBuilder<unknown>;

/** Which contacts are meant: a filter, and words as they are typed into a field. */
export type PeopleMeant = {
  readonly filter: PeopleFilter;
  readonly asking: Asking;
  /** Part of a name, a user name or a number. */
  readonly text?: string;
  /** Whether numbers may be looked for by their digits. */
  readonly byNumber: boolean;
};

/**
 * What is asked of a row of `contacts ct`; every value is a bound parameter.
 *
 * Must agree with `meansPerson` of the core. A condition is true, false or null;
 * null counts as false, also under `not`.
 */
export function peopleConditions(workspaceId: WorkspaceId, meant: PeopleMeant): Sql[] {
  const wanted = meant.text?.trim() ?? "";
  const { like, digits } = contactNeedle(wanted, meant.byNumber);
  return [
    sql`ct.workspace_id = ${workspaceId}`,
    ...filterConditions(meant.filter, meant.asking),
    ...(wanted === "" ? [] : [sql`ct.id in (select contacts_matching(${like}, ${digits}))`]),
  ];
}

/** What a filter alone asks of a row of `contacts ct`. */
export function filterConditions(filter: PeopleFilter, asking: Asking): Sql[] {
  return filter.all.map((clause) => clauseSql(clause, asking));
}

function clauseSql(clause: PeopleClause, asking: Asking): Sql {
  if (!("any" in clause)) return conditionSql(clause, asking);
  const parts = clause.any.map((condition) => conditionSql(condition, asking));
  return sql`(${sql.join(parts, sql` or `)})`;
}

function conditionSql(condition: PeopleCondition, asking: Asking): Sql {
  const positive = isDeep(condition) ? deepCondition(condition, asking) : about(condition, asking);
  return condition.not === true ? sql`((${positive}) is not true)` : sql`(${positive})`;
}

const OF_CONTACT = { workspaceId: sql`ct.workspace_id`, id: sql`ct.id` };
/** A conversation of the contact. */
const THEIRS = sql`cv.workspace_id = ct.workspace_id and cv.contact_id = ct.id`;

function about(condition: Exclude<PeopleCondition, DeepCondition>, asking: Asking): Sql {
  switch (condition.field) {
    case "label":
      return labelIn(condition.in);
    case "channel":
      return sql`exists (select from conversations cv
        where ${THEIRS} and cv.channel_id = any(${[...condition.in]}::uuid[]))`;
    case "responsible":
      return responsibleIn(condition.in, asking.memberId);
    case "known-by":
      return sql`exists (select from contact_identities i
        where i.workspace_id = ct.workspace_id and i.contact_id = ct.id and i.kind = ${condition.kind})`;
    case "blocked":
      return sql`exists (select from contact_blocks b
        where b.workspace_id = ct.workspace_id and b.contact_id = ct.id)`;
    case "last-message":
      return heardSince(new Date(asking.now.getTime() - condition.minutes * 60_000));
    case "last-message-after":
      return heardSince(new Date(condition.at));
    case "created":
      return within(sql`ct.created_at`, dateOf(condition.from), dateOf(condition.to));
    case "contact-field-number":
      return fieldWithin(condition.name, FIELD_NUMBER, "numeric", condition);
    case "contact-field-date":
      return fieldWithin(condition.name, FIELD_DATE, "text", condition);
    case "contact":
    case "contact-name":
    case "contact-field":
    case "contact-field-has":
    case "contact-field-filled":
    case "country":
      return contactOf(condition, OF_CONTACT);
    default:
      return unreachable(condition);
  }
}

function labelIn(wanted: readonly string[]): Sql {
  const ids = wanted.filter((it) => it !== "none");
  const labelled = sql`from conversations cv join conversation_labels l
      on l.workspace_id = cv.workspace_id and l.conversation_id = cv.id where ${THEIRS}`;
  const among = sql`exists (select ${labelled} and l.label_id = any(${ids}::uuid[]))`;
  return wanted.includes("none") ? sql`(${among} or not exists (select ${labelled}))` : among;
}

function responsibleIn(wanted: readonly string[], memberId: string): Sql {
  const ids = wanted.filter((it) => it !== "nobody").map((it) => (it === "me" ? memberId : it));
  const among = sql`ct.responsible_id = any(${ids}::uuid[])`;
  return wanted.includes("nobody") ? sql`(${among} or ct.responsible_id is null)` : among;
}

function heardSince(at: Date): Sql {
  return sql`exists (select from conversations cv where ${THEIRS} and cv.last_message_at >= ${at})`;
}

function dateOf(at: string | undefined): Date | undefined {
  return at === undefined ? undefined : new Date(at);
}

function within(value: Sql, from: unknown, to: unknown): Sql {
  const ends = [
    ...(from === undefined ? [] : [sql`${value} >= ${from}`]),
    ...(to === undefined ? [] : [sql`${value} <= ${to}`]),
  ];
  return ends.length === 0 ? sql`true` : sql.join(ends, sql` and `);
}

/** Only what has the form is compared: a cast of anything else would fail for the whole list. */
function fieldWithin(
  name: string,
  pattern: string,
  type: "numeric" | "text",
  { from, to }: { readonly from?: number | string; readonly to?: number | string },
): Sql {
  const field = sql`ct.fields ->> ${name}::text`;
  // Byte order is the order of dates that are written year first.
  const as = type === "numeric" ? sql`::numeric` : sql` collate "C"`;
  const end = (value: number | string | undefined) =>
    value === undefined ? undefined : sql`${String(value)}::text${as}`;
  return sql`case when ${field} ~ ${pattern} then ${within(sql`(${field})${as}`, end(from), end(to))} else false end`;
}
