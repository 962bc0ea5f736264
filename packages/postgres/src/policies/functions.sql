-- What the server may see beyond the workspace it is in, and what it may do
-- beyond reading and writing rows. Each runs as the tables' owner and gives
-- away no more than its result. Applied together with tenants.sql.

-- Where a person is a member and what they may do there: asked at sign-in,
-- before any workspace is known. Whoever was deactivated is a member nowhere.
drop function if exists workspaces_of_user(uuid);
create function workspaces_of_user(for_user uuid)
returns table (workspace_id uuid, workspace_name text, member_id uuid, member_name text,
               role text, role_id uuid, permissions text[])
language sql stable security definer set search_path = public, pg_temp
as $$
  select m.workspace_id, w.name, m.id, m.name, m.role, m.role_id, r.permissions
  from members m
  join workspaces w on w.id = m.workspace_id
  left join roles r on r.workspace_id = m.workspace_id and r.id = m.role_id
  where m.user_id = for_user and m.deactivated_at is null
  order by m.created_at, m.id
$$;

-- Which invitation a link's token opens; everything else about it is read inside its workspace.
drop function if exists invitation_of_token(bytea);
create function invitation_of_token(of_hash bytea)
returns table (workspace_id uuid, id uuid)
language sql stable security definer set search_path = public, pg_temp
as $$
  select i.workspace_id, i.id from invitations i where i.token_hash = of_hash
$$;

-- The numbers with something unfinished to send, for whoever looks for a
-- number to own. Everything else about them is read inside their workspace.
drop function if exists channels_to_send();
create function channels_to_send()
returns table (workspace_id uuid, channel_id uuid, status text)
language sql stable security definer set search_path = public, pg_temp
as $$
  select c.workspace_id, c.id, c.status
  from channels c
  where exists (
      select from sends s
      where s.workspace_id = c.workspace_id and s.channel_id = c.id and s.state = 'queued')
    or exists (
      select from sends s
      where s.workspace_id = c.workspace_id and s.channel_id = c.id
        and s.state in ('dispatching', 'ambiguous'))
$$;

-- The workspaces in which messages wait whose time has come. Each is then gone
-- into by itself.
drop function if exists workspaces_with_due_messages(timestamptz);
create function workspaces_with_due_messages(by_now timestamptz)
returns table (workspace_id uuid)
language sql stable security definer set search_path = public, pg_temp
as $$
  select distinct s.workspace_id
  from scheduled_messages s
  where s.state = 'waiting' and s.send_at <= by_now
$$;

-- The workspaces in which some browser wants to be told what comes in.
drop function if exists workspaces_to_push();
create function workspaces_to_push()
returns table (workspace_id uuid)
language sql stable security definer set search_path = public, pg_temp
as $$
  select distinct s.workspace_id from push_subscriptions s
$$;

-- Where a conversation comes back by itself by now, or where conversations are
-- given to members by themselves.
drop function if exists workspaces_at_work(timestamptz);
create function workspaces_at_work(at timestamptz)
returns table (workspace_id uuid)
language sql stable security definer set search_path = public, pg_temp
as $$
  select w.id
  from workspaces w
  where exists (
      select from conversations c
      where c.workspace_id = w.id and c.status = 'snoozed' and c.snoozed_until <= at)
    or exists (
      select from distribution_policies p
      where p.workspace_id = w.id
        and (p.policy ->> 'method' <> 'manual' or p.policy ->> 'takeOverMinutes' is not null))
$$;

-- The workspaces in which a target's clock is to be told of: it will soon be due, or it is.
drop function if exists workspaces_with_due_clocks(timestamptz);
create function workspaces_with_due_clocks(at timestamptz)
returns table (workspace_id uuid)
language sql stable security definer set search_path = public, pg_temp
as $$
  select w.id
  from workspaces w
  where exists (
      select from sla_clocks c
      where c.workspace_id = w.id and c.told_at is null and (c.outcome is null or c.outcome = 'broken')
        and c.due_at <= at)
    or exists (
      select from sla_clocks c
      where c.workspace_id = w.id and c.warned_at is null and c.outcome is null and c.warn_at <= at)
$$;

-- The workspaces in which something waits for the rules to look at it.
drop function if exists workspaces_with_due_rules(timestamptz);
create function workspaces_with_due_rules(due_until timestamptz)
returns table (workspace_id uuid)
language sql stable security definer set search_path = public, pg_temp
as $$
  select distinct o.workspace_id from rule_occurrences o where o.due_at <= due_until order by 1
$$;

-- The workspaces in which a contact is to be asked how they were served by now, or to be thanked.
drop function if exists workspaces_with_due_satisfaction(timestamptz);
create function workspaces_with_due_satisfaction(by_now timestamptz)
returns table (workspace_id uuid)
language sql stable security definer set search_path = public, pg_temp
as $$
  select r.workspace_id from satisfaction_requests r where r.state = 'waiting' and r.due_at <= by_now
  union
  select r.workspace_id from satisfaction_requests r where r.afterwards is not null
$$;

-- Makes tomorrow's parts of the webhook log and drops those past keeping, each
-- only when everything of it is applied.
-- Called at every start and once a day. A day that the default part already has
-- rows of stays there: moving them would stop the receiver. They are deleted one
-- by one, when their time has come.
drop function if exists keep_webhook_partitions(integer, integer);
create function keep_webhook_partitions(days_ahead integer, days_kept integer)
returns void
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  first_moment timestamptz;
  part text;
  waits boolean;
begin
  perform pg_advisory_xact_lock(hashtext('galka.webhook_log'));
  for n in 0..days_ahead loop
    first_moment := (date_trunc('day', now() at time zone 'UTC') + make_interval(days => n)) at time zone 'UTC';
    part := 'webhook_log_' || to_char(first_moment at time zone 'UTC', 'YYYYMMDD');
    continue when to_regclass(part) is not null;
    begin
      execute format('create table %I partition of webhook_log for values from (%L) to (%L)',
        part, first_moment, first_moment + interval '24 hours');
    exception when check_violation then
      null;
    end;
  end loop;

  for part in
    select c.relname
    from pg_inherits i
    join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'webhook_log'::regclass
      and c.relname ~ '^webhook_log_[0-9]{8}$'
      and to_date(right(c.relname, 8), 'YYYYMMDD') < (now() at time zone 'UTC')::date - days_kept
  loop
    execute format('select exists (select from %I where position > $1)', part) into waits using
      coalesce((select min(c.position) from webhook_cursors c), 0);
    if not waits then
      execute format('drop table %I', part);
    end if;
  end loop;

  delete from webhook_log_default
   where received_at < ((now() at time zone 'UTC')::date - days_kept) at time zone 'UTC'
     and position <= coalesce((select min(c.position) from webhook_cursors c), 0);
end $$;

-- Has PostgreSQL look again at tables that have grown by half since it last did.
-- It would do so by itself within a minute; until then a young database takes an
-- index that begins with the workspace for the key, and reads all of it for
-- every check of a foreign key. Called while much is coming in.
drop function if exists refresh_statistics();
create function refresh_statistics()
returns void
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  grown text;
begin
  for grown in
    select c.relname
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relispartition
      and pg_relation_size(c.oid) / current_setting('block_size')::int > 1.5 * c.relpages + 2
  loop
    execute format('analyze %I', grown);
  end loop;
end $$;

-- Messages of the transaction's workspace that say what is asked: by word form
-- (English and Russian), by the beginning of the last word, and, from three
-- characters on, by any part of the text. The best first, then the latest; of a
-- very common word only the latest are ranked.
-- In `snippet` every match stands between U+E000 and U+E001.
--
-- The newest texts are read first: a common word is among them often enough.
-- What is not is rare enough for the word indexes, whose every match is then
-- read. No estimate is asked which of the two it is, for PostgreSQL has none of
-- a part of a word, and takes a rare one for common.
drop function if exists search_messages(text, integer, integer);
create function search_messages(asked text, at_most integer default 30, skip integer default 0)
returns table (message_id uuid, conversation_id uuid, at timestamptz, rank real, snippet text)
language plpgsql stable security definer
set search_path = public, pg_temp
set client_min_messages = warning
set plan_cache_mode = force_custom_plan
set enable_seqscan = off
set enable_indexscan = on
set jit = off
as $$
declare
  own constant uuid := nullif(current_setting('galka.workspace_id', true), '')::uuid;
  opened constant text := chr(57344);
  closed constant text := chr(57345);
  -- How many of the newest texts are read; more once it is seen how common the word is.
  newest integer := 4000;
  ranked constant integer := greatest(at_most + skip, 40);
  in_all constant real := (select c.reltuples from pg_class c where c.oid = 'message_texts'::regclass);
  seen integer;
  needle constant text := left(btrim(asked), 200);
  last_word constant text := substring(lower(needle) from '[[:alnum:]]+$');
  before_last constant text := left(needle, char_length(needle) - coalesce(char_length(last_word), 0));
  pattern constant text := '%' || regexp_replace(needle, '([\\%_])', '\\\1', 'g') || '%';
  by_part constant boolean := char_length(needle) >= 3;
  forms tsquery;
  found uuid[];
begin
  if own is null or needle = '' then
    return;
  end if;
  forms := websearch_to_tsquery('english', needle) || websearch_to_tsquery('russian', needle);
  if last_word is not null then
    forms := forms || (websearch_to_tsquery('russian', before_last) && to_tsquery('simple', last_word || ':*'));
  end if;

  for turn in 1..2 loop
    select array_agg(f.message_id) into found
    from (
      select t.message_id
      from (
        select n.message_id, n.body, n.words
        from message_texts n
        where n.workspace_id = own
        order by n.at desc, n.message_id desc limit newest) t
      where t.words @@ forms or (by_part and t.body ilike pattern)
      limit ranked) f;
    seen := coalesce(array_length(found, 1), 0);
    -- Reading on must promise to be less than reading every match.
    exit when turn = 2 or seen >= ranked or seen = 0
      or 2.0 * newest * ranked / seen > in_all * seen / newest;
    newest := least(2.0 * newest * ranked / seen, 40000);
  end loop;

  if seen < ranked then
    -- Only bitmaps of the word indexes are left; the clause above gives the setting back at the end.
    perform set_config('enable_indexscan', 'off', true);
    select array_agg(w.message_id) into found
    from (
      select m.message_id
      from (
        select t.message_id, t.at from message_texts t
        where t.workspace_id = own and t.words @@ forms offset 0) m
      order by m.at desc limit ranked) w;
    -- Parts of words are looked for where whole words are not enough: a long part has many pieces to intersect.
    if by_part and coalesce(array_length(found, 1), 0) < ranked then
      select array_agg(distinct f.message_id) into found
      from (
        select unnest(found) as message_id
        union all
        (select p.message_id
         from (
           select t.message_id, t.at from message_texts t
           where t.workspace_id = own and t.body ilike pattern offset 0) p
         order by p.at desc limit ranked)) f;
    end if;
    perform set_config('enable_indexscan', 'on', true);
  end if;

  return query
  with best as (
    select t.message_id, t.conversation_id, t.at,
      translate(t.body, opened || closed, '') as body,
      strpos(lower(t.body), lower(needle)) as part_at,
      ((case when t.body ilike pattern then 1 else 0 end) + ts_rank_cd(t.words, forms, 1))::real as rank
    from unnest(found) as f (id)
    join message_texts t on t.workspace_id = own and t.message_id = f.id
    order by 6 desc, 3 desc, 1
    limit at_most offset skip
  )
  select b.message_id, b.conversation_id, b.at, b.rank,
    case
      when b.part_at > 0 then
        (case when b.part_at > 61 then '…' else '' end)
        || substring(b.body from greatest(1, b.part_at - 60) for least(b.part_at - 1, 60))
        || opened || substring(b.body from b.part_at for char_length(needle)) || closed
        || substring(b.body from b.part_at + char_length(needle) for 100)
        || (case when char_length(b.body) > b.part_at + char_length(needle) + 99 then '…' else '' end)
      else
        ts_headline('russian', b.body, forms,
          format('StartSel=%s, StopSel=%s, MaxWords=24, MinWords=10, ShortWord=0', opened, closed))
    end
  from best b
  order by b.rank desc, b.at desc, b.message_id;
end $$;

do $$
declare
  signature text;
begin
  foreach signature in array array[
    'workspaces_of_user(uuid)',
    'invitation_of_token(bytea)',
    'channels_to_send()',
    'workspaces_with_due_messages(timestamptz)',
    'workspaces_to_push()',
    'workspaces_at_work(timestamptz)',
    'workspaces_with_due_clocks(timestamptz)',
    'workspaces_with_due_rules(timestamptz)',
    'workspaces_with_due_satisfaction(timestamptz)',
    'keep_webhook_partitions(integer, integer)',
    'refresh_statistics()',
    'search_messages(text, integer, integer)'
  ] loop
    execute format('revoke all on function %s from public', signature);
    execute format('grant execute on function %s to galka_app', signature);
  end loop;
end $$;
