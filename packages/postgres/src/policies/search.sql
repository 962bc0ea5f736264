-- The search page: messages that say what is asked and fit what it is narrowed
-- down to, the latest first. Applied with the policies.

-- Word forms, the beginning of the last word and, from three characters on, any
-- part of the text, as search_messages has them. In `snippet` every match stands
-- between U+E000 and U+E001.
--
-- What is looked through is bounded. A page is found among the newest texts, or,
-- when the words are rare, by the word indexes; of common words narrowed down to
-- a few messages it may be found in neither. Then the last row has no
-- message_id, and its `at` and conversation_id say from where to look on.
-- What is narrowed down to one contact is looked for in their conversations alone.
drop function if exists find_in_messages(text, jsonb, integer, boolean);
create function find_in_messages(asked text, wish jsonb, at_most integer, with_snippets boolean)
returns table (message_id uuid, conversation_id uuid, at timestamptz, snippet text)
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
  step constant integer := 4000;
  most_steps constant integer := 4;
  -- More matches than these are not read by the word indexes.
  rare constant real := 20000;
  in_all constant real := (select c.reltuples from pg_class c where c.oid = 'message_texts'::regclass);
  needle constant text := left(btrim(asked), 200);
  last_word constant text := substring(lower(needle) from '[[:alnum:]]+$');
  before_last constant text := left(needle, char_length(needle) - coalesce(char_length(last_word), 0));
  pattern constant text := '%' || regexp_replace(needle, '([\\%_])', '\\\1', 'g') || '%';
  by_part constant boolean := char_length(needle) >= 3;
  from_at constant timestamptz := (wish ->> 'from')::timestamptz;
  to_at constant timestamptz := least((wish ->> 'to')::timestamptz, 'infinity');
  walk_at timestamptz := coalesce((wish ->> 'beforeAt')::timestamptz, 'infinity');
  walk_id uuid := coalesce((wish ->> 'beforeId')::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  contact constant uuid := (wish ->> 'contactId')::uuid;
  forms tsquery;
  found uuid[] := '{}';
  part uuid[];
  texts integer;
  said integer;
  is_left boolean := true;
begin
  if own is null or needle = '' then
    return;
  end if;
  forms := websearch_to_tsquery('english', needle) || websearch_to_tsquery('russian', needle);
  if last_word is not null then
    forms := forms || (websearch_to_tsquery('russian', before_last) && to_tsquery('simple', last_word || ':*'));
  end if;
  if to_at < walk_at then
    walk_at := to_at;
  end if;

  if contact is not null then
    select coalesce(array_agg(f.id order by f.at desc, f.id desc), '{}') into found
    from (
      select m.id, m.at
      from conversations c
      cross join lateral (
        select m.id, m.at from messages m
        where m.workspace_id = own and m.conversation_id = c.id and (m.at, m.id) < (walk_at, walk_id)
        order by m.at desc, m.id desc limit step * most_steps) m
      join message_texts t on t.workspace_id = own and t.message_id = m.id
      where c.workspace_id = own and c.contact_id = contact
        and (t.words @@ forms or (by_part and t.body ilike pattern))
        and message_fits(own, m.id, wish, pattern, forms)
      order by m.at desc, m.id desc limit at_most + 1) f;
    is_left := false;
  else
    for turn in 1..most_steps loop
      select count(*), count(*) filter (where w.fits_words),
             (array_agg(w.at order by w.at, w.message_id))[1],
             (array_agg(w.message_id order by w.at, w.message_id))[1],
             coalesce(array_agg(w.message_id order by w.at desc, w.message_id desc)
               filter (where w.fits_words and message_fits(own, w.message_id, wish, pattern, forms)), '{}')
        into texts, said, walk_at, walk_id, part
      from (
        select n.message_id, n.at, (n.words @@ forms or (by_part and n.body ilike pattern)) as fits_words
        from message_texts n
        where n.workspace_id = own and (n.at, n.message_id) < (walk_at, walk_id)
          and (from_at is null or n.at >= from_at)
        order by n.at desc, n.message_id desc limit step) w;
      found := found || part;
      is_left := texts = step;
      exit when not is_left or cardinality(found) > at_most;
      if in_all * said / step < rare then
        -- Only bitmaps of the word indexes are left; the clause above gives the setting back at the end.
        perform set_config('enable_indexscan', 'off', true);
        select coalesce(array_agg(x.message_id), '{}') into part
        from (
          select t.message_id from message_texts t where t.workspace_id = own and t.words @@ forms
          union
          select t.message_id from message_texts t where by_part and t.workspace_id = own and t.body ilike pattern) x;
        perform set_config('enable_indexscan', 'on', true);
        select coalesce(array_agg(f.message_id order by f.at desc, f.message_id desc), '{}') into part
        from (
          select t.message_id, t.at
          from unnest(part) as p (id)
          join message_texts t on t.workspace_id = own and t.message_id = p.id
          where (t.at, t.message_id) < (walk_at, walk_id) and (from_at is null or t.at >= from_at)
            and message_fits(own, t.message_id, wish, pattern, forms)
          order by t.at desc, t.message_id desc limit at_most + 1) f;
        found := found || part;
        is_left := false;
        exit;
      end if;
    end loop;
  end if;

  return query
  select b.message_id, b.conversation_id, b.at,
    case
      when not with_snippets then null
      when b.part_at > 0 then
        (case when b.part_at > 61 then '…' else '' end)
        || substring(b.body from greatest(1, b.part_at - 60) for least(b.part_at - 1, 60))
        || opened || substring(b.body from b.part_at for char_length(needle)) || closed
        || substring(b.body from b.part_at + char_length(needle) for 140)
        || (case when char_length(b.body) > b.part_at + char_length(needle) + 139 then '…' else '' end)
      else
        ts_headline('russian', b.body, forms,
          format('StartSel=%s, StopSel=%s, MaxWords=32, MinWords=12, ShortWord=0', opened, closed))
    end
  from (
    select t.message_id, t.conversation_id, t.at, f.place,
      translate(t.body, opened || closed, '') as body, strpos(lower(t.body), lower(needle)) as part_at
    from unnest(found[1:at_most + 1]) with ordinality as f (id, place)
    join message_texts t on t.workspace_id = own and t.message_id = f.id) b
  order by b.place;
  if is_left and cardinality(found) <= at_most then
    return query select null::uuid, walk_id, walk_at, null::text;
  end if;
end $$;

-- Whether a message is among those that a search is narrowed down to.
drop function if exists message_fits(uuid, uuid, jsonb, text, tsquery);
create function message_fits(own uuid, id_of uuid, wish jsonb, pattern text, forms tsquery)
returns boolean
language sql stable set search_path = public, pg_temp
as $$
  select exists (
    select from messages m
      join conversations c on c.workspace_id = own and c.id = m.conversation_id
     where m.workspace_id = own and m.id = id_of and m.deleted_at is null
       and (wish ->> 'direction' is null or m.direction = wish ->> 'direction')
       and (wish ->> 'in' is distinct from 'notes' or m.direction = 'note')
       and (wish ->> 'in' is distinct from 'messages' or m.direction <> 'note')
       and (wish ->> 'in' is distinct from 'files' or m.content #>> '{file,name}' ilike pattern
            or to_tsvector('russian', coalesce(m.content #>> '{file,name}', '')) @@ forms)
       and (wish ->> 'kind' is null or m.content ->> 'kind' = wish ->> 'kind')
       and (wish ->> 'file' is null or m.content ? 'file')
       and (wish ->> 'memberId' is null or m.author_member_id = (wish ->> 'memberId')::uuid)
       and (wish ->> 'channelId' is null or c.channel_id = (wish ->> 'channelId')::uuid)
       and (wish ->> 'status' is null or c.status = wish ->> 'status')
       and (wish ->> 'labelId' is null or exists (
             select from conversation_labels l
              where l.workspace_id = own and l.conversation_id = c.id
                and l.label_id = (wish ->> 'labelId')::uuid)))
$$;

revoke all on function find_in_messages(text, jsonb, integer, boolean) from public;
grant execute on function find_in_messages(text, jsonb, integer, boolean) to galka_app;
revoke all on function message_fits(uuid, uuid, jsonb, text, tsquery) from public;
