-- What a workspace has decided about consent, and whom it has asked for theirs.

create table consent_settings (
  workspace_id uuid primary key constraint consent_settings_workspace references workspaces on delete cascade,
  -- ConsentSettings of the core.
  settings jsonb not null,
  updated_at timestamptz not null
);

-- A template that asked a contact for their consent by its buttons, and what they tapped.
create table consent_requests (
  workspace_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  conversation_id uuid not null,
  channel_id uuid not null,
  purpose text not null constraint consent_requests_purpose check (purpose in ('service', 'utility', 'marketing', 'calls')),
  -- Null is for every channel.
  for_channel_id uuid,
  wording_id uuid not null,
  -- Known to the contact's phone alone: what a tap has to carry to count.
  token text not null,
  message_id uuid not null,
  asked_by uuid,
  asked_at timestamptz not null,
  answered_at timestamptz,
  answer text constraint consent_requests_answer check (answer in ('granted', 'withdrawn')),
  primary key (workspace_id, id),
  constraint consent_requests_contact foreign key (workspace_id, contact_id) references contacts on delete cascade,
  constraint consent_requests_conversation foreign key (workspace_id, conversation_id) references conversations on delete cascade,
  constraint consent_requests_wording foreign key (workspace_id, wording_id) references consent_wordings on delete cascade,
  constraint consent_requests_token unique (workspace_id, token)
);
create index consent_requests_by_contact on consent_requests (workspace_id, contact_id, asked_at desc);
create index consent_requests_by_conversation on consent_requests (workspace_id, conversation_id);

-- A workspace goes whole, in whatever order its tables go. Rows of the ledger that are to
-- stay are kept by its trigger (policies/consent.sql), which these obey.
alter table consent_records
  drop constraint consent_records_contact,
  drop constraint consent_records_wording,
  add constraint consent_records_contact foreign key (workspace_id, contact_id) references contacts on delete cascade,
  add constraint consent_records_wording foreign key (workspace_id, wording_id) references consent_wordings on delete cascade;
alter table sends
  drop constraint sends_consent,
  add constraint sends_consent foreign key (workspace_id, consent_id) references consent_records on delete cascade not valid;
