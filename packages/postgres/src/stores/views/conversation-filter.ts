import type { Asking, Clause, Condition, Filter } from "@galka/core/filters/filter";
import type { ContactCondition } from "@galka/core/filters/matches";
import { unreachable } from "@galka/core/kernel/unreachable";
import { type RawBuilder, sql } from "kysely";

type Sql = RawBuilder<unknown>;

/**
 * What a filter asks of a row of `conversations c` with its contact `ct` and its
 * last message `m`; every value is a bound parameter.
 *
 * Must agree with `matches` of the core. A condition is true, false or null; null
 * counts as false, also under `not`.
 */
export function conditionsFor(filter: Filter, asking: Asking): readonly Sql[] {
  return filter.all.map((clause) => clauseSql(clause, asking));
}

function clauseSql(clause: Clause, asking: Asking): Sql {
  if (!("any" in clause)) return conditionSql(clause, asking);
  const parts = clause.any.map((condition) => conditionSql(condition, asking));
  return sql`(${sql.join(parts, sql` or `)})`;
}

function conditionSql(condition: Condition, asking: Asking): Sql {
  const positive = conditionOf(condition, asking);
  return condition.not === true ? sql`((${positive}) is not true)` : sql`(${positive})`;
}

function conditionOf(condition: Condition, asking: Asking): Sql {
  switch (condition.field) {
    case "status":
      return sql`c.status = any(${[...condition.in]}::text[])`;
    case "priority":
      return sql`c.priority = any(${[...condition.in]}::text[])`;
    case "assignee":
      return idIn(sql`c.assignee_id`, condition.in, { me: [asking.memberId], nobody: "null" });
    case "team":
      return idIn(sql`c.team_id`, condition.in, { mine: asking.teamIds, none: "null" });
    case "label":
      return labelIn(condition.in);
    case "channel":
      return sql`c.channel_id = any(${[...condition.in]}::uuid[])`;
    case "answered-campaign":
      return sql`exists (select from campaign_answers a
        where a.workspace_id = c.workspace_id and a.conversation_id = c.id
          and a.campaign_id = any(${[...condition.in]}::uuid[]))`;
    case "unread":
      return sql`c.unread_count > 0`;
    case "rating":
      return ratingIn(condition.in);
    case "last-word":
      return sql`m.direction = ${condition.by === "contact" ? "in" : "out"}`;
    case "waiting":
    case "window":
    case "sla-due":
    case "sla":
    case "last-message":
    case "last-message-after":
      return timeOf(condition, asking.now);
    case "contact":
    case "contact-name":
    case "contact-field":
    case "contact-field-has":
    case "contact-field-filled":
    case "country":
      return contactOf(condition);
    default:
      return unreachable(condition);
  }
}

/** Words that stand for ids in a filter, and what they stand for. */
type Words = Readonly<Record<string, readonly string[] | "null">>;

function idIn(column: Sql, wanted: readonly string[], words: Words): Sql {
  const ids = wanted.flatMap((it) => {
    const meant = Object.hasOwn(words, it) ? words[it] : [it];
    return meant === "null" || meant === undefined ? [] : meant;
  });
  const orNone = wanted.some((it) => Object.hasOwn(words, it) && words[it] === "null");
  const among = sql`${column} = any(${ids}::uuid[])`;
  return orNone ? sql`(${among} or ${column} is null)` : among;
}

function labelIn(wanted: readonly string[]): Sql {
  const ids = wanted.filter((it) => it !== "none");
  const of = sql`l.workspace_id = c.workspace_id and l.conversation_id = c.id`;
  const among = sql`exists (select from conversation_labels l
    where ${of} and l.label_id = any(${ids}::uuid[]))`;
  if (!wanted.includes("none")) return among;
  return sql`(${among} or not exists (select from conversation_labels l where ${of}))`;
}

/** Few conversations have a rating; said in so many words, the index of those is used. */
function ratingIn(wanted: readonly string[]): Sql {
  const among = sql`rating_word(c.rating_score, c.rating_of) = any(${[...wanted]}::text[])`;
  return wanted.includes("none") ? among : sql`c.rating_score is not null and ${among}`;
}

type Timed = Extract<
  Condition,
  { field: "waiting" | "window" | "sla-due" | "sla" | "last-message" | "last-message-after" }
>;

function timeOf(condition: Timed, now: Date): Sql {
  switch (condition.field) {
    case "waiting":
      return sql`c.waiting_since <= ${ago(now, condition.minutes)}`;
    case "last-message":
      return sql`c.last_message_at >= ${ago(now, condition.minutes)}`;
    case "last-message-after":
      return sql`c.last_message_at >= ${new Date(condition.at)}`;
    case "window":
      return windowOf(condition.is, now);
    case "sla-due":
      return sql`c.sla_due_at > ${now} and c.sla_due_at <= ${ago(now, -condition.minutes)}`;
    case "sla":
      return slaOf(condition.is, now);
    default:
      return unreachable(condition);
  }
}

const DAY_MINUTES = 24 * 60;
const CLOSING_MINUTES = DAY_MINUTES - 60;

function windowOf(is: Extract<Condition, { field: "window" }>["is"], now: Date): Sql {
  switch (is) {
    case "open":
      return sql`c.last_inbound_at > ${ago(now, DAY_MINUTES)}`;
    case "closing":
      return sql`c.last_inbound_at > ${ago(now, DAY_MINUTES)}
             and c.last_inbound_at < ${ago(now, CLOSING_MINUTES)}`;
    case "closed":
      return sql`c.last_inbound_at <= ${ago(now, DAY_MINUTES)}`;
    case "never-open":
      return sql`c.last_inbound_at is null`;
    default:
      return unreachable(is);
  }
}

function slaOf(is: Extract<Condition, { field: "sla" }>["is"], now: Date): Sql {
  switch (is) {
    case "soon":
      return sql`c.sla_warn_at <= ${now} and c.sla_due_at > ${now}`;
    case "broken":
      return sql`(c.sla_broken_at is not null or c.sla_due_at <= ${now})`;
    case "kept":
      return sql`c.sla_kept_at is not null and c.sla_broken_at is null
             and coalesce(c.sla_due_at > ${now}, true)`;
    default:
      return unreachable(is);
  }
}

function ago(now: Date, minutes: number): Date {
  return new Date(now.getTime() - minutes * 60_000);
}

/** Whose contact is asked about: a conversation's, or one by themselves. */
type ContactKey = { readonly workspaceId: Sql; readonly id: Sql };
const OF_CONVERSATION: ContactKey = { workspaceId: sql`c.workspace_id`, id: sql`c.contact_id` };

/** What a filter asks of a contact `ct`. */
export function contactOf(condition: ContactCondition, key = OF_CONVERSATION): Sql {
  switch (condition.field) {
    case "contact":
      return sql`${key.id} = any(${[...condition.in]}::uuid[])`;
    case "contact-name":
      return contains(sql`coalesce(ct.name, ct.profile_name, '')`, condition.contains);
    case "contact-field":
      return sql`ct.fields ->> ${condition.name}::text = ${condition.is}`;
    case "contact-field-has":
      return contains(sql`ct.fields ->> ${condition.name}::text`, condition.contains);
    case "contact-field-filled":
      return sql`ct.fields ->> ${condition.name}::text <> ''`;
    case "country":
      return sql`exists (select from contact_identities i
        where i.workspace_id = ${key.workspaceId} and i.contact_id = ${key.id} and i.kind = 'phone'
          and exists (select from unnest(${[...condition.in]}::text[]) as code
                       where starts_with(i.value, code)))`;
    default:
      return unreachable(condition);
  }
}

function contains(text: Sql, part: string): Sql {
  return sql`strpos(lower(${text}), lower(${part}::text)) > 0`;
}
