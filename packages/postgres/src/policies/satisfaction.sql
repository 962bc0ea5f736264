-- How closing a conversation leads to a question, on whichever road it is
-- closed: by a member, in bulk, by a macro or by a rule. Only the occasion is
-- kept here; whether the contact is asked is decided when the wait is over.
create or replace function consider_satisfaction() returns trigger
language plpgsql
as $$
begin
  if new.status = 'closed' then
    insert into satisfaction_requests (workspace_id, id, conversation_id, channel_id, closed_at, due_at,
                                       member_id, team_id, state)
    select new.workspace_id, gen_random_uuid(), new.id, new.channel_id, x.closed_at,
           x.closed_at + make_interval(mins => (s.settings ->> 'waitMinutes')::integer),
           coalesce(new.assignee_id, new.answered_by_id), new.team_id, 'waiting'
      from satisfaction_settings s
     cross join lateral (select coalesce(new.status_at, new.last_message_at) as closed_at) x
     where s.workspace_id = new.workspace_id and (s.settings ->> 'isOn')::boolean
       and (s.settings -> 'channelIds' = 'null' or s.settings -> 'channelIds' ? new.channel_id::text);
  else
    -- Who writes or is written to before they were asked, is not.
    delete from satisfaction_requests r
     where r.workspace_id = new.workspace_id and r.conversation_id = new.id and r.state = 'waiting';
  end if;
  return null;
end $$;

drop trigger if exists consider_satisfaction on conversations;
create trigger consider_satisfaction after update of status on conversations
  for each row when (old.status <> new.status and 'closed' in (old.status, new.status))
  execute function consider_satisfaction();

-- A rating in one word; `wordOf` of the core says the same.
create or replace function rating_word(score smallint, of_most smallint) returns text
language sql immutable
as $$
  select case when score is null then 'none'
              when 4 * (score - 1) >= 3 * (of_most - 1) then 'good'
              when 4 * (score - 1) <= of_most - 1 then 'bad'
              else 'ok' end
$$;
