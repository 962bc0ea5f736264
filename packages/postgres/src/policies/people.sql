-- What the making one, the parting and the forgetting of people need beyond
-- plain rows. Applied with the policies; the grants on tables are theirs.

-- Row by row and by name, because features add tables that hang on a
-- conversation or a contact, and none of their rows may be lost when two become
-- one. Moved with their owner: everything that names it in `ref_column` but what
-- the caller moves itself. A row that the other one has already (the same label,
-- the same member's draft) stays and is answered whole.
drop function if exists move_dependents(text, uuid, uuid);
create function move_dependents(ref_column text, from_id uuid, to_id uuid)
returns jsonb
language plpgsql set search_path = public, pg_temp
as $$
declare
  dependent record;
  line record;
  key jsonb;
  moved jsonb := '[]';
  kept jsonb := '[]';
begin
  for dependent in select * from tables_with_column(ref_column) loop
    for line in execute format(
      'select x.ctid as place, to_jsonb(x) as whole from %I x
        where workspace_id = nullif(current_setting(''galka.workspace_id'', true), '''')::uuid and %I = $1',
      dependent.name, ref_column) using from_id
    loop
      begin
        execute format('update %I set %I = $1 where ctid = $2', dependent.name, ref_column) using to_id, line.place;
        select coalesce(jsonb_object_agg(k, (line.whole || jsonb_build_object(ref_column, to_id)) -> k), '{}')
          into key from unnest(dependent.key) as k;
        moved := moved || jsonb_build_object('table', dependent.name, 'key', key);
      exception when unique_violation or exclusion_violation then
        kept := kept || jsonb_build_object('table', dependent.name, 'row', line.whole);
      end;
    end loop;
  end loop;
  return jsonb_build_object('moved', moved, 'kept', kept);
end $$;

-- Gives back what move_dependents moved, as far as it is still there, and what it could not move.
drop function if exists restore_dependents(text, uuid, uuid, jsonb);
create function restore_dependents(ref_column text, owner_id uuid, holder_id uuid, dependents jsonb)
returns void
language plpgsql set search_path = public, pg_temp
as $$
declare
  line jsonb;
  matching text;
begin
  for line in select jsonb_array_elements(coalesce(dependents -> 'moved', '[]')) loop
    continue when line -> 'key' = '{}'::jsonb;
    select string_agg(format('x.%1$I = k.%1$I', k), ' and ') into matching
      from jsonb_object_keys(line -> 'key') as k;
    begin
      execute format('update %1$I x set %2$I = $1 from jsonb_populate_record(null::%1$I, $2) k where %3$s',
        line ->> 'table', ref_column, matching)
        using owner_id, (line -> 'key') || case when line -> 'key' ? ref_column
          then jsonb_build_object(ref_column, holder_id) else '{}' end;
    exception when unique_violation or exclusion_violation then
      null;
    end;
  end loop;
  for line in select jsonb_array_elements(coalesce(dependents -> 'kept', '[]')) loop
    perform insert_whole_row(line ->> 'table', line -> 'row');
  end loop;
end $$;

-- Has what is about messages that are in another conversation by now go with them: what rules
-- did and shall still look at, mentions. A row that is there already stays where it is.
drop function if exists follow_messages(uuid, uuid);
create function follow_messages(from_id uuid, to_id uuid)
returns void
language plpgsql set search_path = public, pg_temp
as $$
declare
  dependent record;
begin
  for dependent in
    select t.name from tables_with_column('conversation_id') t
     where exists (select from tables_with_column('message_id') m where m.name = t.name)
  loop
    begin
      execute format(
        'update %I x set conversation_id = $2 from messages m
          where m.workspace_id = nullif(current_setting(''galka.workspace_id'', true), '''')::uuid
            and m.conversation_id = $2
            and x.workspace_id = m.workspace_id and x.message_id = m.id and x.conversation_id = $1',
        dependent.name) using from_id, to_id;
    exception when unique_violation or exclusion_violation then
      null;
    end;
  end loop;
end $$;

-- The tables that hang on a conversation, a contact or a message by that column, with their keys. Left
-- out: what is history, and what is moved or erased by statements of its own.
drop function if exists tables_with_column(text);
create function tables_with_column(ref_column text)
returns table (name text, key text[])
language sql stable set search_path = public, pg_temp
as $$
  select c.relname::text, array(
      select a.attname::text from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
       where i.indrelid = c.oid and i.indisprimary order by a.attname)
    from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
     and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = ref_column and not a.attisdropped)
     and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped)
     and c.relname not in ('messages', 'message_texts', 'merged_messages', 'events', 'audit_entries',
                           'conversations', 'contact_identities', 'contact_merges')
   order by 1
$$;

-- Writes a row that was kept as JSON; one that is there meanwhile stays.
drop function if exists insert_whole_row(text, jsonb);
create function insert_whole_row(into_table text, whole jsonb)
returns void
language plpgsql set search_path = public, pg_temp
as $$
declare
  columns text;
begin
  select string_agg(format('%I', a.attname), ', ') into columns
    from pg_attribute a
   where a.attrelid = to_regclass(format('%I', into_table)) and a.attnum > 0 and not a.attisdropped
     and a.attgenerated = '' and a.attidentity <> 'a' and whole ? a.attname::text;
  execute format('insert into %1$I (%2$s) select %2$s from jsonb_populate_record(null::%1$I, $1) on conflict do nothing',
    into_table, columns) using whole;
end $$;

-- Sets the named columns of one conversation.
drop function if exists patch_conversation(uuid, jsonb);
create function patch_conversation(target uuid, patch jsonb)
returns void
language plpgsql set search_path = public, pg_temp
as $$
declare
  settings text;
begin
  select string_agg(format('%1$I = p.%1$I', a.attname), ', ') into settings
    from pg_attribute a
   where a.attrelid = 'conversations'::regclass and a.attnum > 0 and not a.attisdropped
     and a.attgenerated = '' and patch ? a.attname::text;
  if settings is not null then
    execute format('update conversations c set %s from jsonb_populate_record(null::conversations, $1) p
      where c.workspace_id = nullif(current_setting(''galka.workspace_id'', true), '''')::uuid and c.id = $2', settings)
      using patch, target;
  end if;
end $$;

-- Contacts of the transaction's workspace with a value in a field: as the owner,
-- for whom the policy is no barrier to the index. So are the next two.
drop function if exists contacts_with_field(text, text);
create function contacts_with_field(field text, wanted text)
returns setof uuid
language sql stable security definer set search_path = public, pg_temp
as $$
  select c.id from contacts c
   where c.workspace_id = nullif(current_setting('galka.workspace_id', true), '')::uuid
     and c.fields @> jsonb_build_object(field, wanted)
$$;

-- Contacts of the transaction's workspace whose name or user name is like `pattern`,
-- or whose number has these `digits`; null looks at no numbers. Of each kind no more
-- than `at_most`, where that is given; a contact may come twice.
drop function if exists contacts_named_like(text);
drop function if exists contacts_matching(text, text);
drop function if exists contacts_matching(text, text, integer);
create function contacts_matching(pattern text, digits text, at_most integer default null)
returns setof uuid
language plpgsql stable security definer
set search_path = public, pg_temp
set plan_cache_mode = force_custom_plan
set enable_seqscan = off
as $$
declare
  own constant uuid := nullif(current_setting('galka.workspace_id', true), '')::uuid;
  user_pattern constant text := replace(pattern, '@', '');
begin
  return query
  (select c.id from contacts c
    where c.workspace_id = own
      and (coalesce(c.name, '') || ' ' || coalesce(c.profile_name, '')) ilike pattern
    limit at_most)
  union all
  (select i.contact_id from contact_identities i
    where i.workspace_id = own and i.kind <> 'bsuid' and i.kind = 'username' and i.value ilike user_pattern
    limit at_most);
  if digits is not null then
    return query
    select i.contact_id from contact_identities i
     where i.workspace_id = own and i.kind <> 'bsuid' and i.kind = 'phone' and i.value like '%' || digits || '%'
     limit at_most;
  end if;
end $$;

-- The same, at most so many, those who were heard of last first, each with
-- their latest conversation.
--
-- A few are put in order. Of many the latest conversations are looked through,
-- for a common name is among them often enough; no estimate is asked how common
-- it is, for PostgreSQL has none of a part of a name.
drop function if exists search_contacts(text, text, integer);
create function search_contacts(pattern text, digits text, at_most integer)
returns table (contact_id uuid, conversation_id uuid)
language plpgsql stable security definer
set search_path = public, pg_temp
set plan_cache_mode = force_custom_plan
set enable_seqscan = off
set jit = off
as $$
declare
  own constant uuid := nullif(current_setting('galka.workspace_id', true), '')::uuid;
  user_pattern constant text := replace(pattern, '@', '');
  in_all constant real := (select c.reltuples from pg_class c where c.oid = 'conversations'::regclass);
  few constant integer := greatest(300, at_most);
  matching uuid[] := array(select contacts_matching(pattern, digits, few));
  newest integer := 1000;
  seen integer;
  found uuid[];
begin
  if cardinality(matching) >= few then
    for turn in 1..2 loop
      -- Each contact by itself (`offset 0`), so that the order stays and reading ends with the last that is wanted.
      select array_agg(f.id order by f.last_message_at desc, f.id desc) into found
      from (
        select distinct on (l.contact_id) l.contact_id, l.id, l.last_message_at
        from (
          select n.contact_id, n.id, n.last_message_at
          from (
            select c.contact_id, c.id, c.last_message_at from conversations c
             where c.workspace_id = own
             order by c.last_message_at desc, c.id desc limit newest) n
          cross join lateral (
            select coalesce(ct.name, '') || ' ' || coalesce(ct.profile_name, '') as names from contacts ct
             where ct.workspace_id = own and ct.id = n.contact_id offset 0) ct
          where ct.names ilike pattern or exists (
            select from contact_identities i
             where i.workspace_id = own and i.contact_id = n.contact_id
               and ((i.kind = 'username' and i.value ilike user_pattern)
                    or (i.kind = 'phone' and i.value like '%' || digits || '%')) offset 0)
          limit 2 * at_most) l
        order by l.contact_id, l.last_message_at desc) f;
      seen := coalesce(array_length(found, 1), 0);
      -- Reading on must promise to be less than putting all of them in order.
      exit when turn = 2 or seen >= at_most or seen = 0
        or 2.0 * newest * at_most / seen > in_all * seen / newest;
      newest := least(2.0 * newest * at_most / seen, 10000);
    end loop;
    if seen >= at_most then
      return query
      select c.contact_id, c.id
      from unnest(found) with ordinality as f (id, n)
      join conversations c on c.workspace_id = own and c.id = f.id
      order by f.n limit at_most;
      return;
    end if;
    matching := array(select contacts_matching(pattern, digits));
  end if;
  return query
  select m.id, latest.id
  from (select distinct unnest(matching) as id) m
  left join lateral (
    select c.id, c.last_message_at from conversations c
     where c.workspace_id = own and c.contact_id = m.id
     order by c.last_message_at desc limit 1) latest on true
  order by latest.last_message_at desc nulls last, m.id
  limit at_most;
end $$;

-- Removes what hangs on these conversations, contacts or messages in whatever table, should it not go with them.
drop function if exists erase_dependents(text, uuid[]);
create function erase_dependents(ref_column text, owner_ids uuid[])
returns void
language plpgsql set search_path = public, pg_temp
as $$
declare
  dependent record;
begin
  for dependent in select * from tables_with_column(ref_column) loop
    -- Gone by erase_consents: a ledger lets nobody else take anything out of it.
    continue when dependent.name = 'consent_records';
    execute format(
      'delete from %I where workspace_id = nullif(current_setting(''galka.workspace_id'', true), '''')::uuid and %I = any ($1)',
      dependent.name, ref_column) using owner_ids;
  end loop;
end $$;

-- Which of these files something in the workspace still names: a message to somebody else, a quick reply.
drop function if exists files_named_elsewhere(text[]);
create function files_named_elsewhere(ids text[])
returns setof text
language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  own constant uuid := nullif(current_setting('galka.workspace_id', true), '')::uuid;
  holder record;
begin
  for holder in
    select c.relname::text as name, a.attname::text as field
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and exists (select from pg_attribute w where w.attrelid = c.oid and w.attname = 'workspace_id' and not w.attisdropped)
       and (format_type(a.atttypid, null) in ('jsonb', 'uuid[]') or a.attname = 'file_id')
       and c.relname not in ('files', 'uploads', 'audit_entries', 'contact_merges', 'sends', 'channels', 'templates')
  loop
    return query execute format(
      'select f from unnest($1) as f where exists (
         select from %I where workspace_id = $2 and strpos(%I::text, f) > 0)', holder.name, holder.field)
      using ids, own;
  end loop;
end $$;

-- Which of these files' contents no row of any workspace needs any more.
drop function if exists unused_contents(text[]);
create function unused_contents(hashes text[])
returns setof text
language sql stable security definer set search_path = public, pg_temp
as $$
  select h from unnest(hashes) as h
   where not exists (select from files f where f.sha256 = h)
     and not exists (select from chat_imports i where i.report #>> '{source,sha256}' = h)
     and not exists (select from contact_imports i where i.source ->> 'sha256' = h)
$$;

-- A number as people write it, as a pattern.
drop function if exists spaced_digits(text);
create function spaced_digits(digits text)
returns text
language sql immutable parallel safe set search_path = public, pg_temp
as $$
  select '(?:^|[^0-9])\+?(?:00)?' || regexp_replace(digits, '([0-9])(?=[0-9])', '\1[ ().\u00a0\u2011\u2013/-]{0,3}', 'g')
$$;

-- Whether a text names a person: by one of their identifiers, or by a number
-- of theirs written with blanks, dots, dashes or brackets between its digits.
drop function if exists names_person(text, text[]);
create function names_person(told text, needles text[])
returns boolean
language sql immutable parallel safe set search_path = public, pg_temp
as $$
  select exists (select from unnest(needles) as needle where strpos(told, needle) > 0)
      or exists (select from unnest(needles) as needle
                  where needle ~ '^[0-9]{7,}$' and told ~ spaced_digits(needle))
$$;

-- The text without what names a person.
drop function if exists without_person(text, text[]);
create function without_person(told text, needles text[])
returns text
language plpgsql immutable parallel safe set search_path = public, pg_temp
as $$
declare
  needle text;
begin
  foreach needle in array needles loop
    told := replace(told, needle, '…');
    if needle ~ '^[0-9]{7,}$' then
      told := regexp_replace(told, '\+?(?:00)?' || regexp_replace(needle, '([0-9])(?=[0-9])', '\1[ ().\u00a0\u2011\u2013/-]{0,3}', 'g'), '…', 'g');
    end if;
  end loop;
  return told;
end $$;

-- A webhook's body without what is about a person: their messages, statuses
-- and cards go, those of others stay. What still names them then goes as a
-- whole, and so does a body that is no JSON.
-- What came to `others_numbers` is another workspace's, and stays.
drop function if exists webhook_without_person(bytea, text[], text[]);
create function webhook_without_person(body bytea, needles text[], others_numbers text[])
returns bytea
language plpgsql immutable set search_path = public, pg_temp
as $$
declare
  told jsonb;
  entry jsonb;
  change jsonb;
  part text;
  rest jsonb;
  entries jsonb := '[]';
  changes jsonb;
begin
  begin
    told := convert_from(body, 'UTF8')::jsonb;
  exception when others then
    return '{}'::bytea;
  end;
  if jsonb_typeof(told -> 'entry') is distinct from 'array' then
    return '{}'::bytea;
  end if;
  for entry in select jsonb_array_elements(told -> 'entry') loop
    changes := '[]';
    if jsonb_typeof(entry -> 'changes') = 'array' then
      for change in select jsonb_array_elements(entry -> 'changes') loop
        if change #>> '{value,metadata,phone_number_id}' = any (others_numbers) then
          changes := changes || change;
          continue;
        end if;
        for part in select k from jsonb_object_keys(case when jsonb_typeof(change -> 'value') = 'object' then change -> 'value' else '{}' end) as k loop
          continue when jsonb_typeof(change #> array['value', part]) <> 'array';
          select coalesce(jsonb_agg(e), '[]') into rest
            from jsonb_array_elements(change #> array['value', part]) as e
           where not names_person(e::text, needles);
          change := jsonb_set(change, array['value', part], rest);
        end loop;
        if not names_person(change::text, needles) then
          changes := changes || change;
        end if;
      end loop;
    end if;
    entries := entries || jsonb_set(entry, '{changes}', changes);
  end loop;
  return convert_to(jsonb_build_object('object', told -> 'object', 'entry', entries)::text, 'UTF8');
end $$;

-- Takes a person out of the webhooks from one position to another; answers how many were changed.
-- The log is append-only for the server: this is the one way in which what was received is changed.
drop function if exists redact_webhooks(text[], bigint, bigint);
create function redact_webhooks(needles text[], after_position bigint, up_to bigint)
returns bigint
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  own constant uuid := nullif(current_setting('galka.workspace_id', true), '')::uuid;
  others constant text[] := array(select phone_number_id from channel_directory where workspace_id <> own);
  changed bigint;
begin
  if own is null or needles = '{}' then
    return 0;
  end if;
  update webhook_log w
     set body = webhook_without_person(w.body, needles, others)
   where w.position > after_position and w.position <= up_to
     and names_person(decode_leniently(w.body), needles);
  get diagnostics changed = row_count;
  return changed;
end $$;

-- JSON escapes what is not ASCII where its writer likes to; a person's name is compared as it is meant.
drop function if exists decode_leniently(bytea);
create function decode_leniently(body bytea)
returns text
language plpgsql immutable set search_path = public, pg_temp
as $$
begin
  return convert_from(body, 'UTF8')::jsonb::text;
exception when others then
  return encode(body, 'escape');
end $$;

-- Takes a person out of everything of the transaction's workspace that is not
-- theirs: what others wrote about them, the memory of changes, reports that
-- wait, jobs. Answers how many rows of which table were changed.
-- Tables are found by name, so that those of a later feature are not forgotten.
-- Only what is older than `before`: whoever writes anew is somebody new.
drop function if exists redact_workspace(text[], timestamptz);
create function redact_workspace(needles text[], before timestamptz)
returns jsonb
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  own constant uuid := nullif(current_setting('galka.workspace_id', true), '')::uuid;
  holder record;
  changed bigint;
  counts jsonb := '{}';
begin
  if own is null or needles = '{}' then
    return counts;
  end if;
  for holder in
    select c.relname::text as name, a.attname::text as field, format_type(a.atttypid, null) as type,
           exists (select from pg_index i where i.indrelid = c.oid and i.indisunique and a.attnum = any (i.indkey)) as is_key,
           coalesce((select format('%I < $3', t.attname) from pg_attribute t
                      where t.attrelid = c.oid and not t.attisdropped
                        and t.attname in ('created_at', 'queued_at', 'parked_at', 'merged_at', 'at')
                      order by array_position(array['created_at', 'queued_at', 'parked_at', 'merged_at', 'at'], t.attname::text)
                      limit 1), '$3 is not null') as is_older
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and format_type(a.atttypid, null) in ('text', 'jsonb', 'text[]')
       and exists (select from pg_attribute w where w.attrelid = c.oid and w.attname = 'workspace_id' and not w.attisdropped)
       and c.relname not in ('erasures', 'channel_directory', 'contact_identities')
     order by 1, 2
  loop
    perform set_config('galka.erasing', 'on', true);
    if holder.is_key then
      execute format('delete from %1$I where workspace_id = $1 and names_person(%2$I::text, $2) and %3$s',
        holder.name, holder.field, holder.is_older) using own, needles, before;
    else
      execute format(
        'update %1$I set %2$I = redacted(%2$I, $2) where workspace_id = $1 and names_person(%2$I::text, $2) and %3$s',
        holder.name, holder.field, holder.is_older) using own, needles, before;
    end if;
    get diagnostics changed = row_count;
    if changed > 0 then
      counts := counts || jsonb_build_object(holder.name, coalesce((counts ->> holder.name)::bigint, 0) + changed);
    end if;
  end loop;
  perform set_config('galka.erasing', '', true);
  delete from graphile_worker._private_jobs j where names_person(j.payload::text, needles) or names_person(coalesce(j.last_error, ''), needles);
  get diagnostics changed = row_count;
  if changed > 0 then
    counts := counts || jsonb_build_object('jobs', changed);
  end if;
  return counts;
end $$;

drop function if exists redacted(text, text[]);
create function redacted(told text, needles text[]) returns text
language sql immutable set search_path = public, pg_temp
as $$ select without_person(told, needles) $$;

drop function if exists redacted(text[], text[]);
create function redacted(told text[], needles text[]) returns text[]
language sql immutable set search_path = public, pg_temp
as $$ select array_agg(without_person(t, needles)) from unnest(told) as t $$;

-- A number that stands bare among JSON cannot be replaced by a word; then the whole goes.
drop function if exists redacted(jsonb, text[]);
create function redacted(told jsonb, needles text[]) returns jsonb
language plpgsql immutable set search_path = public, pg_temp
as $$
begin
  return without_person(told::text, needles)::jsonb;
exception when others then
  return '{}'::jsonb;
end $$;

-- Forgets entries of the audit that are older than they are to be kept, a few at a time.
drop function if exists forget_audit(timestamptz, integer);
create function forget_audit(before timestamptz, at_most integer)
returns bigint
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  own constant uuid := nullif(current_setting('galka.workspace_id', true), '')::uuid;
  forgotten bigint;
begin
  delete from audit_entries a where a.workspace_id = own and a.id in (
    select o.id from audit_entries o where o.workspace_id = own and o.at < before order by o.at limit at_most);
  get diagnostics forgotten = row_count;
  return forgotten;
end $$;

-- What a workspace's audit and the texts of others may not say of somebody forgotten: by whom it was about.
drop function if exists forget_audit_of(uuid[]);
create function forget_audit_of(subjects uuid[])
returns bigint
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  own constant uuid := nullif(current_setting('galka.workspace_id', true), '')::uuid;
  emptied bigint;
begin
  update audit_entries set before = null, after = null
   where workspace_id = own and (subject_id = any (subjects) or conversation_id = any (subjects))
     and (before is not null or after is not null);
  get diagnostics emptied = row_count;
  return emptied;
end $$;

-- How many days webhooks are kept: as the workspace that keeps them shortest wants it.
drop function if exists webhook_log_days();
create function webhook_log_days()
returns integer
language sql stable security definer set search_path = public, pg_temp
as $$ select min(days) from retention_rules where kind = 'webhook-log' $$;

-- The workspaces in which something is to be forgotten after a while.
drop function if exists workspaces_with_retention();
create function workspaces_with_retention()
returns setof uuid
language sql stable security definer set search_path = public, pg_temp
as $$ select distinct workspace_id from retention_rules $$;

do $$
declare
  signature text;
  seen_table text;
begin
  foreach signature in array array[
    'contacts_with_field(text, text)',
    'contacts_matching(text, text, integer)',
    'search_contacts(text, text, integer)',
    'unused_contents(text[])',
    'redact_webhooks(text[], bigint, bigint)',
    'redact_workspace(text[], timestamptz)',
    'files_named_elsewhere(text[])',
    'forget_audit(timestamptz, integer)',
    'forget_audit_of(uuid[])',
    'webhook_log_days()',
    'workspaces_with_retention()'
  ] loop
    execute format('revoke all on function %s from public', signature);
    execute format('grant execute on function %s to galka_app', signature);
  end loop;
  foreach seen_table in array array['contacts', 'contact_identities', 'files', 'chat_imports', 'contact_imports', 'retention_rules'] loop
    execute format('drop policy if exists owner_sees_all on %I', seen_table);
    execute format('create policy owner_sees_all on %I for select to %I using (true)', seen_table, current_user);
  end loop;
end $$;
