import type { DeepCondition } from "@galka/core/contacts/deep-conditions";
import { LANGUAGE_BY_CALLING_CODE, LONGEST_CALLING_CODE } from "@galka/core/contacts/language";
import type { Asking } from "@galka/core/filters/filter";
import { unreachable } from "@galka/core/kernel/unreachable";
import { type RawBuilder, sql } from "kysely";

type Sql = RawBuilder<unknown>;

/** A conversation of the contact `ct`. */
const THEIRS = sql`cv.workspace_id = ct.workspace_id and cv.contact_id = ct.id`;

const DAY_MINUTES = 24 * 60;

/** What is asked of a row of `contacts ct`. Must agree with `deepHolds` of the core. */
export function deepCondition(condition: DeepCondition, { now }: Asking): Sql {
  switch (condition.field) {
    case "language":
      return languageIn(condition.in);
    case "list":
      return sql`exists (select from audience_list_members lm
        where lm.workspace_id = ct.workspace_id and lm.contact_id = ct.id
          and lm.list_id = any(${[...condition.in]}::uuid[]))`;
    case "last-inbound":
      return sql`exists (select from conversations cv
        where ${THEIRS} and cv.last_inbound_at >= ${ago(now, condition.minutes)})`;
    case "last-outbound":
      return writtenSince("out", ago(now, condition.minutes));
    case "message-count":
      return countWithin(condition, ago(now, condition.days * DAY_MINUTES));
    case "window":
      return windowIs(condition, ago(now, DAY_MINUTES));
    case "consent":
      return sql`${consentState(condition, now)} = ${condition.is}`;
    case "campaign":
      return campaignDid(condition, now);
    default:
      return unreachable(condition);
  }
}

function ago(now: Date, minutes: number): Date {
  return new Date(now.getTime() - minutes * 60_000);
}

/** What the country of a number `i.value` speaks; the longest calling code counts. */
const SPOKEN_THERE = sql`coalesce(${sql.join(
  Array.from(
    { length: LONGEST_CALLING_CODE },
    (_, at) =>
      sql`${JSON.stringify(LANGUAGE_BY_CALLING_CODE)}::jsonb ->> left(i.value, ${sql.lit(LONGEST_CALLING_CODE - at)})`,
  ),
)})`;

function languageIn(wanted: readonly string[]): Sql {
  const languages = wanted.filter((it) => it !== "none");
  const theirs = sql`i.workspace_id = ct.workspace_id and i.contact_id = ct.id and i.kind = 'phone'`;
  const among = sql`case when ct.language is not null then ct.language = any(${languages}::text[])
    else exists (select from contact_identities i
      where ${theirs} and ${SPOKEN_THERE} = any(${languages}::text[])) end`;
  if (!wanted.includes("none")) return among;
  return sql`(${among} or (ct.language is null and not exists (
    select from contact_identities i where ${theirs} and ${SPOKEN_THERE} is not null)))`;
}

/** Nothing is younger than the last message of its conversation: most are told by that alone. */
function writtenSince(way: "in" | "out", at: Date): Sql {
  return sql`exists (select from conversations cv
      join messages m on m.workspace_id = cv.workspace_id and m.conversation_id = cv.id
     where ${THEIRS} and cv.last_message_at >= ${at} and m.at >= ${at} and m.direction = ${way})`;
}

function countWithin(
  { way, from = 0, to }: Extract<DeepCondition, { field: "message-count" }>,
  since: Date,
): Sql {
  // No more is counted than tells the answer.
  const enough = to === undefined ? from : to + 1;
  const counted = sql`(select count(*) from (
    select from conversations cv
      join messages m on m.workspace_id = cv.workspace_id and m.conversation_id = cv.id
     where ${THEIRS} and cv.last_message_at >= ${since} and m.at >= ${since} and m.direction = ${way}
     limit ${enough}) counted)`;
  return to === undefined ? sql`${counted} >= ${from}` : sql`${counted} between ${from} and ${to}`;
}

/** What `decideConsent` of the core says, in one word. */
function consentState(
  { purpose, channelId }: Extract<DeepCondition, { field: "consent" }>,
  now: Date,
): Sql {
  const latest = (ways: Sql) => sql`consent_records r
    where r.workspace_id = ct.workspace_id and r.contact_id = ct.id and r.purpose = ${purpose} and ${ways}
      and (r.channel_id is null or r.channel_id = ${channelId}::uuid)
      and (r.decision = 'withdrawn' or r.at <= ${now})
    order by r.at desc, r.decision = 'withdrawn' desc, r.recorded_at desc, r.id desc limit 1`;
  return sql`case
    when (select r.decision from ${latest(sql`r.way = 'meta-preference'`)}) = 'withdrawn' then 'withdrawn'
    else coalesce((select case when r.decision = 'withdrawn' then 'withdrawn'
                               when r.expires_at <= ${now} then 'expired' else 'valid' end
                     from ${latest(sql`r.way <> 'meta-preference'`)}), 'never') end`;
}

function campaignDid(condition: Extract<DeepCondition, { field: "campaign" }>, now: Date): Sql {
  const { days } = condition;
  const conditions = [
    deedIs(condition),
    ...(condition.in ? [sql`r.campaign_id = any(${[...condition.in]}::uuid[])`] : []),
    ...(days === undefined
      ? []
      : [sql`coalesce(r.queued_at, r.state_at) >= ${ago(now, days * DAY_MINUTES)}`]),
  ];
  return sql`exists (select from campaign_recipients r
    where r.workspace_id = ct.workspace_id and r.contact_id = ct.id and ${sql.join(conditions, sql` and `)})`;
}

function deedIs({ did, code }: Extract<DeepCondition, { field: "campaign" }>): Sql {
  switch (did) {
    case "got":
      return sql`r.state in ('delivered', 'read')`;
    case "read":
      return sql`r.state = 'read'`;
    case "tapped":
      return sql`r.tapped_at is not null`;
    case "answered":
      return sql`r.answered_at is not null`;
    case "opted-out":
      return sql`r.opted_out_at is not null`;
    case "failed":
      return code === undefined
        ? sql`r.state = 'failed'`
        : sql`r.state = 'failed' and r.problem = ${code}`;
    default:
      return unreachable(did);
  }
}

function windowIs(
  { is, channelId }: Extract<DeepCondition, { field: "window" }>,
  since: Date,
): Sql {
  const heard = sql`exists (select from conversations cv where ${THEIRS} ${
    channelId === undefined ? sql`` : sql`and cv.channel_id = ${channelId}`
  }`;
  const open = sql`${heard} and cv.last_inbound_at > ${since})`;
  const ever = sql`${heard} and cv.last_inbound_at is not null)`;
  switch (is) {
    case "open":
      return open;
    case "closed":
      return sql`(${ever} and not ${open})`;
    case "never-open":
      return sql`not ${ever}`;
    default:
      return unreachable(is);
  }
}
