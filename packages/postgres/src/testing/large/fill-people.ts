import type pg from "pg";
import { type LargeWorkspace, MEMBERS } from "./large-workspace.ts";

/** Writes the contacts and the conversations, each as its messages leave it. */
export async function fillPeople(client: pg.Client, wanted: LargeWorkspace): Promise<void> {
  const { workspaceId, conversations, until } = wanted;
  await client.query(CONTACTS, [workspaceId, conversations]);
  await client.query(IDENTITIES, [workspaceId, conversations]);
  await client.query(CONVERSATIONS, [workspaceId, conversations, until]);
  await client.query(LABELS, [workspaceId, conversations]);
}

/** One in six has a name that the team gave; the others the one of their own. */
const CONTACTS = `
  insert into contacts (workspace_id, id, name, profile_name, fields, created_at, updated_at)
  select $1, filling.contact_of(k), case when filling.chance(k, 103, 6) = 0 then full_name end, full_name,
         case when filling.chance(k, 104, 4) = 0
              then jsonb_build_object('city', (array['Berlin','Казань','Madrid','Leeds','Dubai'])[1 + filling.chance(k, 105, 5)])
              else '{}'::jsonb end,
         moment, moment
    from generate_series(0, $2::bigint - 1) k
    join phrase_of p on p.percent = filling.chance(k, 100, 100),
    lateral (select p.first_names[1 + filling.chance(k, 106, cardinality(p.first_names))] || ' '
                 || p.last_names[1 + filling.chance(k, 107, cardinality(p.last_names))] as full_name,
             '2024-01-01 00:00Z'::timestamptz + k * interval '1 second' as moment) x`;

const IDENTITIES = `
  insert into contact_identities (workspace_id, id, contact_id, kind, value, created_at, seen_at)
  select $1, filling.id_at(moment, k, 'i'), filling.contact_of(k), 'phone', p.prefix || lpad(k::text, 8, '0'), moment, moment
    from generate_series(0, $2::bigint - 1) k
    join phrase_of p on p.percent = filling.chance(k, 100, 100),
    lateral (select '2024-01-01 00:00Z'::timestamptz + k * interval '1 second' as moment) x`;

/** What was said this week is mostly open; of what is older one in thirty was forgotten. */
const CONVERSATIONS = `
  insert into conversations (workspace_id, id, channel_id, contact_id, status, last_inbound_at, last_message_id,
                             last_message_at, unread_count, created_at, assignee_id, team_id, priority,
                             waiting_since, assigned_at, status_at)
  select $1, filling.conversation_of(k), c.id, filling.contact_of(k), s.status, i.at, l.id,
         coalesce(l.at, moment),
         case when l.direction = 'in' and l.at > $3::timestamptz - interval '3 days' then 1 + filling.chance(k, 110, 3) else 0 end,
         moment,
         case when s.status <> 'closed' and filling.chance(k, 111, 10) < 8 then m.id end,
         case when filling.chance(k, 112, 10) < 7 then t.id end,
         case filling.chance(k, 113, 40) when 0 then 'urgent' when 1 then 'high' when 2 then 'high' when 3 then 'low' else 'normal' end,
         case when s.status <> 'closed' and l.direction = 'in' then l.at end,
         case when s.status <> 'closed' then l.at end, coalesce(l.at, moment)
    from generate_series(0, $2::bigint - 1) k
    join channel_of c on c.n = case when filling.chance(k, 101, 10) < 7 then 0 else 1 + filling.chance(k, 102, 4) end
    join member_of m on m.n = filling.skewed(k, 114, ${MEMBERS})
    join team_of t on t.n = filling.skewed(k, 115, 12)
    left join lateral (
      select x.id, x.at, x.direction from messages x
       where x.workspace_id = $1 and x.conversation_id = filling.conversation_of(k)
       order by x.at desc, x.id desc limit 1) l on true
    left join lateral (
      select x.at from messages x
       where x.workspace_id = $1 and x.conversation_id = filling.conversation_of(k) and x.direction = 'in'
       order by x.at desc, x.id desc limit 1) i on true,
    lateral (select '2024-01-01 00:00Z'::timestamptz + k * interval '1 second' as moment) x,
    lateral (select case when l.at > $3::timestamptz - interval '7 days'
                         then (array['open','open','open','pending','closed'])[1 + filling.chance(k, 116, 5)]
                         when filling.chance(k, 117, 30) = 0 then 'open' else 'closed' end as status) s`;

const LABELS = `
  insert into conversation_labels (workspace_id, conversation_id, label_id)
  select distinct $1::uuid, filling.conversation_of(k), l.id
    from generate_series(0, $2::bigint - 1) k
   cross join generate_series(0, 1) which
    join label_of l on l.n = filling.skewed(k * 2 + which, 118, 24)
   where filling.chance(k, 119, 10) < (3 - which)`;
