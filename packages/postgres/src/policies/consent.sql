-- What holds of the consent ledger, and what may never be done to it.

-- The record by which a contact agrees to a purpose on a channel at a moment;
-- no row when there is none that holds. `decideConsent` of the core says the same.
-- It answers rows so that it becomes part of the statement that asks: called for
-- each send by itself, most of its time would go into the calls.
drop function if exists valid_consent(uuid, uuid, text, uuid, timestamptz);
create function valid_consent(of_workspace uuid, of_contact uuid, wanted text, over_channel uuid, moment timestamptz)
returns setof uuid
language sql stable
as $$
  select d.id
    from (select r.id, r.decision, r.expires_at from consent_records r
           where r.workspace_id = of_workspace and r.contact_id = of_contact and r.purpose = wanted
             and r.way <> 'meta-preference' and (r.channel_id is null or r.channel_id = over_channel)
             and (r.decision = 'withdrawn' or r.at <= moment)
           order by r.at desc, r.decision = 'withdrawn' desc, r.recorded_at desc, r.id desc
           limit 1) d
   where d.decision = 'granted' and (d.expires_at is null or d.expires_at > moment)
     and not coalesce((
       select p.decision = 'withdrawn' from consent_records p
        where p.workspace_id = of_workspace and p.contact_id = of_contact and p.purpose = wanted
          and p.way = 'meta-preference' and (p.channel_id is null or p.channel_id = over_channel)
          and (p.decision = 'withdrawn' or p.at <= moment)
        order by p.at desc, p.decision = 'withdrawn' desc, p.recorded_at desc, p.id desc
        limit 1), false)
$$;

-- A record stays what it was when it was written. Two things alone may happen to
-- it: its contact becomes another one when two are made one or parted, and it
-- goes, or loses somebody's name, when a person is erased or a whole workspace.
create or replace function keep_consent_records() returns trigger
language plpgsql
as $$
begin
  if current_setting('galka.erasing', true) = 'on' then
    return coalesce(new, old);
  end if;
  if tg_op = 'UPDATE' and to_jsonb(new) - 'contact_id' = to_jsonb(old) - 'contact_id' then
    return new;
  end if;
  if tg_op = 'DELETE' and not exists (select from workspaces w where w.id = old.workspace_id) then
    return old;
  end if;
  raise exception 'The consent ledger is only added to.' using errcode = 'integrity_constraint_violation';
end $$;
drop trigger if exists keep_consent_records on consent_records;
create trigger keep_consent_records before update or delete on consent_records
  for each row execute function keep_consent_records();

-- Words that somebody has agreed to stay; that nobody is asked in them any more may be said.
create or replace function keep_consent_wordings() returns trigger
language plpgsql
as $$
begin
  if current_setting('galka.erasing', true) = 'on'
     or tg_op = 'UPDATE' and to_jsonb(new) - 'retired_at' = to_jsonb(old) - 'retired_at'
     or tg_op = 'DELETE' and not exists (select from workspaces w where w.id = old.workspace_id) then
    return coalesce(new, old);
  end if;
  raise exception 'The words of a consent are never changed.' using errcode = 'integrity_constraint_violation';
end $$;
drop trigger if exists keep_consent_wordings on consent_wordings;
create trigger keep_consent_wordings before update or delete on consent_wordings
  for each row execute function keep_consent_wordings();

-- The one way in which records go: with the contacts they are about, of the transaction's workspace.
-- What was to be sent by one of them goes with it.
drop function if exists erase_consents(uuid[]);
create function erase_consents(contact_ids uuid[])
returns void
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  own constant uuid := nullif(current_setting('galka.workspace_id', true), '')::uuid;
begin
  perform set_config('galka.erasing', 'on', true);
  delete from consent_records r where r.workspace_id = own and r.contact_id = any (contact_ids);
  perform set_config('galka.erasing', '', true);
end $$;
revoke all on function erase_consents(uuid[]) from public;
grant execute on function erase_consents(uuid[]) to galka_app;
