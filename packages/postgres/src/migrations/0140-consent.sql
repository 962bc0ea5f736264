-- The consent ledger: who agreed to what, when, by which way and in which words.

-- The words that people agree to, each version a row of its own that never changes.
create table consent_wordings (
  workspace_id uuid not null constraint consent_wordings_workspace references workspaces on delete cascade,
  id uuid not null,
  name text not null,
  language text not null,
  version integer not null,
  text text not null,
  -- Of null no member is known any more.
  created_by uuid,
  created_at timestamptz not null,
  -- From then on nobody is asked in these words; what was agreed to in them stands.
  retired_at timestamptz,
  primary key (workspace_id, id),
  constraint consent_wordings_version unique (workspace_id, name, language, version)
);

-- Only added to. What may happen to a row besides is in policies/consent.sql.
create table consent_records (
  workspace_id uuid not null constraint consent_records_workspace references workspaces on delete cascade,
  id uuid not null,
  contact_id uuid not null,
  purpose text not null constraint consent_records_purpose check (purpose in ('service', 'utility', 'marketing', 'calls')),
  -- Null is every channel. Without a foreign key: the channel may go, the proof stays.
  channel_id uuid,
  decision text not null constraint consent_records_decision check (decision in ('granted', 'withdrawn')),
  way text not null constraint consent_records_way check (way in
    ('site-form', 'widget', 'import', 'message', 'button', 'stop-word', 'start-word', 'meta-preference', 'note', 'api')),
  -- When the contact said it, and when that was written here.
  at timestamptz not null,
  recorded_at timestamptz not null,
  expires_at timestamptz,
  -- The exact words that were agreed to, and of which version they are.
  wording text,
  wording_id uuid,
  evidence jsonb not null default '{}',
  -- Who of the team recorded it; null when nobody did.
  member_id uuid,
  -- What it was recorded from: the same is recorded once.
  source text not null,
  primary key (workspace_id, id),
  constraint consent_records_contact foreign key (workspace_id, contact_id) references contacts,
  constraint consent_records_wording foreign key (workspace_id, wording_id) references consent_wordings,
  constraint consent_records_source unique (workspace_id, source),
  -- Nobody agrees to nothing: a grant says what to. Meta's own word is none, it only lifts.
  constraint consent_records_says_what check (decision = 'withdrawn' or way = 'meta-preference' or coalesce(length(btrim(wording)), 0) > 0)
);
create index consent_records_by_contact on consent_records (workspace_id, contact_id, purpose, at desc);

-- Without a default, so that no row is written for it.
alter table sends add column consent_id uuid;

-- What waited to be sent as marketing was asked of nobody: it is not sent any more, and says why.
-- Workspace by workspace, as whoever owns the tables and is no superuser sees rows.
do $$
declare
  one uuid;
begin
  for one in select id from workspaces loop
    perform set_config('galka.workspace_id', one::text, true);
    with ended as (
      update sends set state = 'cancelled', settled_at = now()
       where workspace_id = one and purpose = 'marketing' and state in ('queued', 'claimed')
      returning message_id
    )
    update messages m
       set status = 'failed', status_at = now(), failure = jsonb_build_object(
             'code', null, 'title', 'No consent',
             'explanation', jsonb_build_object(
               'en', 'It was waiting when the consent ledger was introduced, and no consent was recorded for it.',
               'ru', 'Сообщение ждало отправки, когда появился журнал согласий, а согласия на него записано не было.'),
             'advice', jsonb_build_object(
               'en', 'Record the contact''s consent, then send the message again.',
               'ru', 'Запишите согласие контакта и отправьте сообщение ещё раз.'),
             'raw', null)
      from ended
     where m.workspace_id = one and m.id = ended.message_id and m.status = 'queued';
  end loop;
  perform set_config('galka.workspace_id', '', true);
end $$;

-- Marketing is sent by nobody without the record that allows it. What was sent before there were
-- records stays as it is: the states before the wire alone are bound, and rows are not read for it.
alter table sends
  add constraint sends_consent foreign key (workspace_id, consent_id)
    references consent_records on delete set null (consent_id) not valid,
  add constraint sends_marketing_consent
    check (purpose <> 'marketing' or consent_id is not null or state not in ('queued', 'claimed', 'dispatching')) not valid;
-- Empty when they are made, so an existing installation waits only for one reading of the table.
create index sends_by_consent on sends (workspace_id, consent_id) where consent_id is not null;
create index sends_marketing_of on sends (workspace_id, recipient, queued_at) where purpose = 'marketing';
