-- How the statistics follow what happens. Each trigger runs once a statement and
-- writes in its transaction, so what is counted and what is there cannot differ.

do $$ begin
  create type counted_message as (
    workspace_id uuid, conversation_id uuid, channel_id uuid, member_id uuid, moment timestamptz,
    incoming integer, outgoing integer, sent integer, delivered integer, read integer, failed integer, reads integer);
exception when duplicate_object then null;
end $$;

create or replace function figure_zone(of_workspace uuid) returns text
language sql stable
as $$ select coalesce((select z.time_zone from figure_zones z where z.workspace_id = of_workspace), 'UTC') $$;

-- What one message counts, `sign` times: at the moment at which it was said, and
-- at the one at which it was read. Imported history and notes count nothing.
create or replace function counts_of(sign integer, workspace uuid, conversation uuid, channel uuid, member uuid,
  direction text, source text, kind text, status text, at timestamptz, status_at timestamptz)
returns setof counted_message
language sql immutable
as $$
  select workspace, conversation, channel, member, at,
    sign * (direction = 'in')::int, sign * (direction = 'out')::int,
    sign * (direction = 'out' and status in ('accepted', 'sent', 'delivered', 'read', 'played'))::int,
    sign * (direction = 'out' and status in ('delivered', 'read', 'played'))::int,
    sign * (direction = 'out' and status in ('read', 'played'))::int,
    sign * (direction = 'out' and status = 'failed')::int, 0
  where source = 'live' and kind <> 'notice' and direction in ('in', 'out')
  union all
  select workspace, conversation, channel, member, status_at, 0, 0, 0, 0, 0, 0, sign
  where source = 'live' and direction = 'out' and status in ('read', 'played')
$$;

-- Keeps what was counted, for all parts that it belongs to at this moment. A
-- conversation that is going counts itself off before its messages go.
-- Whoever counts a day anew holds the lock alone: nothing is counted meanwhile.
-- Its plan is kept, for few messages and for many, and may be of a time when
-- there were few conversations.
create or replace function keep_counts(counted counted_message[]) returns void
language plpgsql
set enable_seqscan = off
set plan_cache_mode = force_generic_plan
as $$
declare
  zone text;
begin
  if cardinality(counted) = 0 then
    return;
  end if;
  perform pg_advisory_xact_lock_shared(hashtext('galka.figures'), hashtext(counted[1].workspace_id::text));
  zone := figure_zone(counted[1].workspace_id);
  insert into figure_deltas (workspace_id, day, hour, whole, channel_id, member_id, team_id, label_ids,
                             incoming, outgoing, sent, delivered, read, failed, reads)
  select s.workspace_id, s.local::date, extract(hour from s.local), true, s.channel_id, s.member_id, s.team_id,
         s.label_ids, sum(incoming), sum(outgoing), sum(sent), sum(delivered), sum(read), sum(failed), sum(reads)
    from (
      select k.*, date_trunc('hour', k.moment at time zone zone) as local, c.team_id, l.label_ids
        from unnest(counted) k
       -- Each by its key: while the table fills, a join may read all of them for each message.
       cross join lateral (
         select v.team_id from conversations v
          where v.workspace_id = k.workspace_id and v.id = k.conversation_id offset 0) c
       cross join lateral (
         select array(select cl.label_id from conversation_labels cl
                       where cl.workspace_id = k.workspace_id and cl.conversation_id = k.conversation_id
                       order by cl.label_id) as label_ids) l) s
   group by s.workspace_id, s.local, s.channel_id, s.member_id, s.team_id, s.label_ids
  having (sum(incoming), sum(outgoing), sum(sent), sum(delivered), sum(read), sum(failed), sum(reads)) <> (0, 0, 0, 0, 0, 0, 0);
end $$;

-- The messages of conversations, for a team or a label that they belong to from now on or no longer.
create or replace function move_counts(sign integer, conversations uuid[], workspaces uuid[], teams uuid[], labels uuid[])
returns void
language plpgsql
as $$
begin
  if coalesce(cardinality(conversations), 0) = 0 then
    return;
  end if;
  perform pg_advisory_xact_lock_shared(hashtext('galka.figures'), hashtext(workspaces[1]::text));
  insert into figure_deltas (workspace_id, day, hour, whole, team_id, label_ids,
                             incoming, outgoing, sent, delivered, read, failed, reads)
  select s.workspace_id, s.local::date, extract(hour from s.local), false, s.team_id,
         case when s.label_id is null then '{}' else array[s.label_id] end,
         sum(incoming), sum(outgoing), sum(sent), sum(delivered), sum(read), sum(failed), sum(reads)
    from (
      select k.*, date_trunc('hour', k.moment at time zone figure_zone(workspaces[1])) as local, t.team_id, t.label_id
        from unnest(conversations, workspaces, teams, labels) as t (conversation_id, workspace_id, team_id, label_id)
        join messages m on m.workspace_id = t.workspace_id and m.conversation_id = t.conversation_id
       cross join lateral counts_of(sign, m.workspace_id, m.conversation_id, m.channel_id, m.author_member_id,
         m.direction, m.source, m.content ->> 'kind', m.status, m.at, m.status_at) k
       where t.team_id is not null or t.label_id is not null) s
   group by s.workspace_id, s.local, s.team_id, s.label_id;
end $$;

create or replace function figures_message_added() returns trigger
language plpgsql
as $$
begin
  perform keep_counts(array(
    select k::counted_message from added m,
      lateral counts_of(1, m.workspace_id, m.conversation_id, m.channel_id, m.author_member_id,
        m.direction, m.source, m.content ->> 'kind', m.status, m.at, m.status_at) k));
  -- Whoever waits already waits on: what they write besides changes nothing, and
  -- however much that is, it is not read again.
  perform derive_waits(array_agg(a.workspace_id), array_agg(a.conversation_id), array_agg(a.since)) from (
    select m.workspace_id, m.conversation_id, min(m.at) as since,
           bool_or(m.direction = 'out' and m.author_member_id is not null) as answers
      from added m
     -- What Galka itself says, as a campaign does, neither answers nor asks.
     where m.source = 'live' and (m.direction = 'in' or (m.direction = 'out' and m.author_system is null))
     group by 1, 2) a
    left join lateral (
      select w.answered_at is null and w.asked_at <= a.since as lasts from waits w
       where w.workspace_id = a.workspace_id and w.conversation_id = a.conversation_id
       order by w.asked_at desc limit 1) wait on true
   where a.answers or wait.lasts is not true;
  return null;
end $$;

-- What has not changed is counted off and on again, which is nothing: the two
-- versions of a row are never looked for among each other. What comes to nothing
-- goes before its parts are looked up.
create or replace function figures_message_changed() returns trigger
language plpgsql
as $$
begin
  perform keep_counts(array(
    select row(k.workspace_id, k.conversation_id, k.channel_id, k.member_id, k.moment,
               sum(k.incoming), sum(k.outgoing), sum(k.sent), sum(k.delivered), sum(k.read),
               sum(k.failed), sum(k.reads))::counted_message
      from (select -1 as sign, o.workspace_id, o.conversation_id, o.channel_id, o.author_member_id, o.direction,
                   o.source, o.content, o.status, o.at, o.status_at from before o
            union all
            select 1, n.workspace_id, n.conversation_id, n.channel_id, n.author_member_id, n.direction,
                   n.source, n.content, n.status, n.at, n.status_at from after n) m,
           lateral counts_of(m.sign, m.workspace_id, m.conversation_id, m.channel_id, m.author_member_id,
             m.direction, m.source, m.content ->> 'kind', m.status, m.at, m.status_at) k
     group by k.workspace_id, k.conversation_id, k.channel_id, k.member_id, k.moment
    having (sum(k.incoming), sum(k.outgoing), sum(k.sent), sum(k.delivered), sum(k.read), sum(k.failed), sum(k.reads))
           <> (0, 0, 0, 0, 0, 0, 0)));
  perform derive_waits(array_agg(a.workspace_id), array_agg(a.conversation_id), array_agg(a.since)) from (
    select distinct x.workspace_id, x.conversation_id, '-infinity'::timestamptz as since
      from (
        select d.workspace_id, d.conversation_id
          from (select workspace_id, id, conversation_id, at from before
                union all
                select workspace_id, id, conversation_id, at from after) d
         group by d.workspace_id, d.id, d.conversation_id, d.at having count(*) = 1) x) a;
  return null;
end $$;

create or replace function figures_message_removed() returns trigger
language plpgsql
as $$
begin
  perform keep_counts(array(
    select k::counted_message from removed m,
      lateral counts_of(-1, m.workspace_id, m.conversation_id, m.channel_id, m.author_member_id,
        m.direction, m.source, m.content ->> 'kind', m.status, m.at, m.status_at) k));
  perform derive_waits(array_agg(a.workspace_id), array_agg(a.conversation_id), array_agg(a.since)) from (
    select m.workspace_id, m.conversation_id, '-infinity'::timestamptz as since from removed m
     group by 1, 2) a;
  return null;
end $$;

-- Waits of these conversations anew, from the last answer before `since` on. In
-- whatever order messages come, the same waits follow.
-- A table that PostgreSQL believes to be empty is read whole for each conversation,
-- while it fills: the first of many counted anew would take longest.
create or replace function derive_waits(workspaces uuid[], conversations uuid[], since timestamptz[]) returns void
language plpgsql
set enable_seqscan = off
set plan_cache_mode = force_generic_plan
as $$
begin
  if coalesce(cardinality(conversations), 0) = 0 then
    return;
  end if;
  with touched as (
    select t.workspace_id, t.conversation_id, coalesce(last.at, '-infinity') as answered_until
      from unnest(workspaces, conversations, since) as t (workspace_id, conversation_id, since)
      join conversations c on c.workspace_id = t.workspace_id and c.id = t.conversation_id
      left join lateral (
        select m.at from messages m
         where m.workspace_id = t.workspace_id and m.conversation_id = t.conversation_id
           and m.direction = 'out' and m.author_member_id is not null and m.source = 'live' and m.at < t.since
         order by m.at desc limit 1) last on true
  ), line as (
    select m.workspace_id, m.conversation_id, m.channel_id, m.at, m.direction, m.author_member_id,
           lag(m.direction) over turn as before_it
      from touched t
      join messages m on m.workspace_id = t.workspace_id and m.conversation_id = t.conversation_id and m.at > t.answered_until
     where m.source = 'live'
       and ((m.direction = 'in' and m.content ->> 'kind' not in ('notice', 'rating'))
            or (m.direction = 'out' and m.author_member_id is not null))
    window turn as (partition by m.workspace_id, m.conversation_id order by m.at, m.direction, m.id)
  ), turning as (
    select l.*, lead(l.at) over turn as next_at, lead(l.author_member_id) over turn as next_by
      from line l
     where l.before_it is distinct from l.direction
    window turn as (partition by l.workspace_id, l.conversation_id order by l.at, l.direction)
  ), wanted as (
    select t.workspace_id, t.conversation_id, t.at, t.channel_id, t.next_at, t.next_by,
           not exists (
             select from messages m
              where m.workspace_id = t.workspace_id and m.conversation_id = t.conversation_id and m.source = 'live'
                and m.direction in ('in', 'out') and m.at < t.at and m.at >= t.at - interval '24 hours'
                -- How somebody was served is asked when all is over: neither the question nor the answer goes on.
                and m.author_system is null and m.content ->> 'kind' <> 'rating') as is_first
      from turning t
     where t.direction = 'in'
  ), gone as (
    delete from waits w using touched t
     where w.workspace_id = t.workspace_id and w.conversation_id = t.conversation_id and w.asked_at > t.answered_until
       and not exists (select from wanted n
                        where n.workspace_id = w.workspace_id and n.conversation_id = w.conversation_id and n.at = w.asked_at)
  )
  insert into waits (workspace_id, conversation_id, asked_at, channel_id, is_first, answered_at, member_id)
  select workspace_id, conversation_id, at, channel_id, is_first, next_at, next_by from wanted
  on conflict (workspace_id, conversation_id, asked_at) do update
     set channel_id = excluded.channel_id, is_first = excluded.is_first, answered_at = excluded.answered_at,
         member_id = excluded.member_id,
         office_ms = case when waits.answered_at is not distinct from excluded.answered_at then waits.office_ms end
   where (waits.channel_id, waits.is_first, waits.answered_at, waits.member_id)
     is distinct from (excluded.channel_id, excluded.is_first, excluded.answered_at, excluded.member_id);
end $$;

create or replace function figures_conversation_changed() returns trigger
language plpgsql
as $$
begin
  perform move_counts(s.sign, array_agg(s.id), array_agg(s.workspace_id), array_agg(s.team_id), array_agg(null::uuid))
    from (
      select v.sign, n.id, n.workspace_id, v.team_id
        from before o join after n on n.workspace_id = o.workspace_id and n.id = o.id
       cross join lateral (values (-1, o.team_id), (1, n.team_id)) v (sign, team_id)
       where o.team_id is distinct from n.team_id and v.team_id is not null) s
   group by s.sign;
  insert into closings (workspace_id, conversation_id, began_at, closed_at, channel_id)
  select n.workspace_id, n.id, w.asked_at, coalesce(n.status_at, n.last_message_at), n.channel_id
    from before o join after n on n.workspace_id = o.workspace_id and n.id = o.id
   cross join lateral (
     select max(x.asked_at) as asked_at from waits x
      where x.workspace_id = n.workspace_id and x.conversation_id = n.id and x.is_first
        and x.asked_at <= coalesce(n.status_at, n.last_message_at)) w
   where n.status = 'closed' and o.status <> 'closed' and w.asked_at is not null
  on conflict (workspace_id, conversation_id, began_at) do update
     set closed_at = excluded.closed_at, office_ms = null;
  return null;
end $$;

create or replace function figures_conversation_removed() returns trigger
language plpgsql
as $$
begin
  -- A workspace that goes takes its figures along.
  if exists (select from workspaces w where w.id = old.workspace_id) then
    perform keep_counts(array(
      select k::counted_message from messages m,
        lateral counts_of(-1, m.workspace_id, m.conversation_id, m.channel_id, m.author_member_id,
          m.direction, m.source, m.content ->> 'kind', m.status, m.at, m.status_at) k
       where m.workspace_id = old.workspace_id and m.conversation_id = old.id));
  end if;
  return old;
end $$;

create or replace function figures_label_added() returns trigger
language plpgsql
as $$
begin
  perform move_counts(1, array_agg(l.conversation_id), array_agg(l.workspace_id), array_agg(null::uuid), array_agg(l.label_id))
    from added l;
  return null;
end $$;

create or replace function figures_label_removed() returns trigger
language plpgsql
as $$
begin
  perform move_counts(-1, array_agg(l.conversation_id), array_agg(l.workspace_id), array_agg(null::uuid), array_agg(l.label_id))
    from removed l
    join conversations c on c.workspace_id = l.workspace_id and c.id = l.conversation_id;
  return null;
end $$;

drop trigger if exists figures_added on messages;
create trigger figures_added after insert on messages
  referencing new table as added for each statement execute function figures_message_added();
drop trigger if exists figures_changed on messages;
create trigger figures_changed after update on messages
  referencing old table as before new table as after for each statement execute function figures_message_changed();
drop trigger if exists figures_removed on messages;
create trigger figures_removed after delete on messages
  referencing old table as removed for each statement execute function figures_message_removed();
drop trigger if exists figures_changed on conversations;
create trigger figures_changed after update on conversations
  referencing old table as before new table as after for each statement execute function figures_conversation_changed();
drop trigger if exists figures_removed on conversations;
create trigger figures_removed before delete on conversations
  for each row execute function figures_conversation_removed();
drop trigger if exists figures_added on conversation_labels;
create trigger figures_added after insert on conversation_labels
  referencing new table as added for each statement execute function figures_label_added();
drop trigger if exists figures_removed on conversation_labels;
create trigger figures_removed after delete on conversation_labels
  referencing old table as removed for each statement execute function figures_label_removed();

-- Into which bucket of core/figures/waits-told.ts a wait falls, and in which hour of a day something happened.
create or replace function wait_bucket(lasted interval) returns integer
language sql immutable
as $$
  select case when lasted < interval '1 second' then 0
              else round(ln(date_part('epoch', lasted)) * 100)::integer end
$$;
create or replace function wait_hour(since_midnight interval) returns integer
language sql immutable
as $$ select floor(date_part('epoch', since_midnight) / 3600)::integer $$;

-- Waits and closings have changed: what their days come to is to be counted again.
-- The zone is asked for once a workspace (`offset 0`), not once a row.
create or replace function figures_waits_touched() returns trigger
language plpgsql
as $$
begin
  insert into figure_wait_marks (workspace_id, day)
  select distinct t.workspace_id, (t.asked_at at time zone z.zone)::date
    from touched t
    join (select w.id, figure_zone(w.id) as zone from workspaces w
           where w.id in (select workspace_id from touched) offset 0) z on z.id = t.workspace_id;
  return null;
end $$;

create or replace function figures_closings_touched() returns trigger
language plpgsql
as $$
begin
  insert into figure_wait_marks (workspace_id, day)
  select distinct t.workspace_id, (t.closed_at at time zone z.zone)::date
    from touched t
    join (select w.id, figure_zone(w.id) as zone from workspaces w
           where w.id in (select workspace_id from touched) offset 0) z on z.id = t.workspace_id;
  return null;
end $$;
drop trigger if exists figures_added on waits;
create trigger figures_added after insert on waits
  referencing new table as touched for each statement execute function figures_waits_touched();
drop trigger if exists figures_changed on waits;
create trigger figures_changed after update on waits
  referencing new table as touched for each statement execute function figures_waits_touched();
drop trigger if exists figures_removed on waits;
create trigger figures_removed after delete on waits
  referencing old table as touched for each statement execute function figures_waits_touched();
drop trigger if exists figures_added on closings;
create trigger figures_added after insert on closings
  referencing new table as touched for each statement execute function figures_closings_touched();
drop trigger if exists figures_changed on closings;
create trigger figures_changed after update on closings
  referencing new table as touched for each statement execute function figures_closings_touched();
drop trigger if exists figures_removed on closings;
create trigger figures_removed after delete on closings
  referencing old table as touched for each statement execute function figures_closings_touched();
-- A conversation that is closed again is counted on another day than before.
drop trigger if exists figures_left on closings;
create trigger figures_left after update on closings
  referencing old table as touched for each statement execute function figures_closings_touched();
