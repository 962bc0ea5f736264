-- People: what is kept of a contact, contacts made one and parted again,
-- contacts from files, and how somebody is forgotten.

-- Writes the table anew. There are no installations yet whose contacts are too many for that.
-- A column and not an index over an expression: under row-level security PostgreSQL does not
-- compare by a function that it does not know to keep secrets, so a page deep in the list would
-- read all before it.
alter table contacts
  add column sort_name text not null generated always as (lower(coalesce(name, profile_name, ''))) stored;
create index contacts_by_sort_name on contacts (workspace_id, sort_name, id);
create index contacts_by_field on contacts using gin (workspace_id, fields jsonb_path_ops);

-- The fields that a workspace keeps of its contacts. A value stays in contacts.fields under the
-- field's name, in the form that core/contacts/contact-field.ts gives it.
create table contact_fields (
  workspace_id uuid not null constraint contact_fields_workspace references workspaces on delete cascade,
  id uuid not null,
  name text not null,
  kind text not null constraint contact_fields_kind check (kind in ('text', 'number', 'date', 'choice', 'phone', 'link')),
  choices text[] not null default '{}',
  position integer not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index contact_fields_one_name on contact_fields (workspace_id, lower(name));

-- By which of their identities somebody wrote: what tells two people apart again who were taken for one.
alter table messages add column sender text[];

-- Two contacts that were made one. What is needed to part them again is in the
-- record, until they are parted or one of them is erased.
create table contact_merges (
  workspace_id uuid not null constraint contact_merges_workspace references workspaces on delete cascade,
  id uuid not null,
  winner_id uuid not null,
  loser_id uuid not null,
  -- Null when the channel said that they are one.
  merged_by uuid,
  merged_at timestamptz not null,
  undone_at timestamptz,
  record jsonb not null,
  primary key (workspace_id, id)
);
create index contact_merges_by_winner on contact_merges (workspace_id, winner_id, merged_at desc);
create index contact_merges_by_loser on contact_merges (workspace_id, loser_id);

-- Which messages a merge moved into another conversation.
create table merged_messages (
  workspace_id uuid not null,
  merge_id uuid not null,
  message_id uuid not null,
  conversation_id uuid not null,
  import_key text,
  primary key (workspace_id, merge_id, message_id),
  constraint merged_messages_merge foreign key (workspace_id, merge_id) references contact_merges on delete cascade,
  constraint merged_messages_message foreign key (workspace_id, message_id) references messages on delete cascade
);
create index merged_messages_by_message on merged_messages (workspace_id, message_id);

-- A table of contacts that somebody uploaded.
create table contact_imports (
  workspace_id uuid not null constraint contact_imports_workspace references workspaces on delete cascade,
  id uuid not null,
  file_name text not null,
  state text not null constraint contact_imports_state check (state in ('ready', 'running', 'done', 'failed', 'stopped')),
  -- Where the bytes are and how they are to be read; null once the file is not kept any more.
  source jsonb,
  columns text[] not null,
  choices jsonb,
  rows_total integer not null,
  rows_done integer not null default 0,
  added integer not null default 0,
  updated integer not null default 0,
  skipped integer not null default 0,
  failed integer not null default 0,
  failure text,
  created_by uuid not null,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (workspace_id, id)
);
create index contact_imports_by_time on contact_imports (workspace_id, created_at desc);

-- Rows of such a table that were not taken, by their number: what stands in them stays in the file.
create table contact_import_problems (
  workspace_id uuid not null,
  import_id uuid not null,
  row_number integer not null,
  reason text not null,
  column_name text,
  primary key (workspace_id, import_id, row_number),
  constraint contact_import_problems_import foreign key (workspace_id, import_id) references contact_imports on delete cascade
);

-- That somebody was forgotten: when, by whom, how much; of the person no more than salted hashes.
create table erasures (
  workspace_id uuid not null constraint erasures_workspace references workspaces on delete cascade,
  id uuid not null,
  state text not null constraint erasures_state check (state in ('running', 'done')),
  requested_by uuid not null,
  requested_at timestamptz not null,
  finished_at timestamptz,
  counts jsonb not null default '{}',
  salt text not null,
  hashes text[] not null,
  -- What is still looked for in the webhook log; empty once it is done.
  needles text[] not null,
  -- The last webhook that came before; what comes later is somebody who writes anew.
  up_to_position bigint not null,
  primary key (workspace_id, id)
);
create index erasures_by_time on erasures (workspace_id, requested_at desc);

-- How long what is kept; a kind without a row is kept for good.
create table retention_rules (
  workspace_id uuid not null constraint retention_rules_workspace references workspaces on delete cascade,
  kind text not null constraint retention_rules_kind check (kind in ('messages', 'media', 'webhook-log', 'audit')),
  days integer not null constraint retention_rules_days check (days between 1 and 36500),
  primary key (workspace_id, kind)
);
-- These wait for writers for as long as they are built: seconds for a million messages.
create index messages_by_age on messages (workspace_id, at);
create index files_by_age on files (workspace_id, created_at) where state = 'stored';
create index files_by_content on files (sha256) where sha256 is not null;
