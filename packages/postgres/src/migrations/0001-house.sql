-- The house: workspaces, members, channels, contacts, conversations, messages,
-- the webhook log, the sends and the event log.
--
-- Every row of a tenant carries workspace_id, first in its primary key and in
-- every foreign and unique key, so that a foreign id of another workspace
-- cannot even be referenced. Row-level security comes from tenants.sql.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create table workspaces (
  id uuid primary key,
  name text not null,
  is_demo boolean not null default false,
  -- The dense sequence of the event log. Its row lock orders the commits of a workspace.
  last_seq bigint not null default 0,
  created_at timestamptz not null
);

-- Sign-in. The shapes are those that better-auth asks of its tables.
create table auth_users (
  id uuid primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table auth_sessions (
  id uuid primary key,
  user_id uuid not null constraint auth_sessions_user references auth_users on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_sessions_by_user on auth_sessions (user_id);

create table auth_accounts (
  id uuid primary key,
  user_id uuid not null constraint auth_accounts_user references auth_users on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_accounts_by_user on auth_accounts (user_id);

create table auth_verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_verifications_by_identifier on auth_verifications (identifier);

-- A link that signs one person in once, printed by the first start.
create table sign_in_links (
  token_hash bytea primary key,
  user_id uuid not null constraint sign_in_links_user references auth_users on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table members (
  workspace_id uuid not null constraint members_workspace references workspaces on delete cascade,
  id uuid not null,
  user_id uuid not null constraint members_user references auth_users on delete cascade,
  name text not null,
  role text not null constraint members_role check (role in ('owner', 'administrator', 'member')),
  -- What this member chose for the interface: locale, theme, notifications.
  preferences jsonb not null default '{}',
  created_at timestamptz not null,
  primary key (workspace_id, id),
  constraint members_one_per_user unique (workspace_id, user_id)
);
create index members_by_user on members (user_id);

create table channels (
  workspace_id uuid not null constraint channels_workspace references workspaces on delete cascade,
  id uuid not null,
  kind text not null constraint channels_kind check (kind in ('whatsapp')),
  name text not null,
  status text not null constraint channels_status check (status in ('connected', 'paused', 'disconnected')),
  -- Why the channel is paused or disconnected, in words for people; null while connected.
  status_reason text,
  base_url text not null,
  api_version text not null,
  app_id text,
  waba_id text not null,
  phone_number_id text not null,
  display_phone text not null,
  verified_name text not null,
  -- Sealed with AES-256-GCM: access token, app secret, verify token.
  secrets bytea not null,
  -- What Meta last said of the number: quality, tier, throughput, profile.
  facts jsonb not null default '{}',
  throughput_per_second integer not null default 80,
  subscription_checked_at timestamptz,
  last_heard_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);

-- Which workspace a number belongs to. Not a tenant's table: the receiver reads
-- it before it knows the tenant. One number is in one workspace.
create table channel_directory (
  phone_number_id text primary key,
  waba_id text not null,
  workspace_id uuid not null,
  channel_id uuid not null,
  constraint channel_directory_channel foreign key (workspace_id, channel_id) references channels on delete cascade
);
create index channel_directory_by_waba on channel_directory (waba_id);
create index channel_directory_by_channel on channel_directory (channel_id);

-- Who sends for a number. Taken over only after it has expired; the epoch fences what an old owner writes.
create table channel_leases (
  workspace_id uuid not null,
  channel_id uuid not null,
  owner text not null,
  epoch bigint not null,
  expires_at timestamptz not null,
  primary key (workspace_id, channel_id),
  constraint channel_leases_channel foreign key (workspace_id, channel_id) references channels on delete cascade
);

create table contacts (
  workspace_id uuid not null constraint contacts_workspace references workspaces on delete cascade,
  id uuid not null,
  -- What the team calls them; null means the name below is shown.
  name text,
  -- The name that the contact gave themselves on WhatsApp.
  profile_name text,
  fields jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id)
);
create index contacts_by_name on contacts using gin (workspace_id, (coalesce(name, '') || ' ' || coalesce(profile_name, '')) gin_trgm_ops);

-- A contact is known by these. A phone number is one of them and may be absent.
create table contact_identities (
  workspace_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  kind text not null constraint contact_identities_kind check (kind in ('phone', 'bsuid', 'username')),
  value text not null,
  created_at timestamptz not null,
  -- The latest time by the channel's clock at which it was theirs: of two phone numbers the fresher one is written to.
  seen_at timestamptz not null default now(),
  -- When they last gave themselves a name with it: of two names the fresher one is theirs.
  named_at timestamptz,
  primary key (workspace_id, id),
  constraint contact_identities_contact foreign key (workspace_id, contact_id) references contacts on delete cascade,
  constraint contact_identities_one_owner unique (workspace_id, kind, value)
);
create index contact_identities_by_contact on contact_identities (workspace_id, contact_id);

create table conversations (
  workspace_id uuid not null,
  id uuid not null,
  channel_id uuid not null,
  contact_id uuid not null,
  status text not null constraint conversations_status check (status in ('open', 'closed')),
  last_inbound_at timestamptz,
  last_message_id uuid,
  last_message_at timestamptz not null,
  unread_count integer not null default 0 constraint conversations_unread check (unread_count >= 0),
  created_at timestamptz not null,
  primary key (workspace_id, id),
  constraint conversations_channel foreign key (workspace_id, channel_id) references channels on delete cascade,
  constraint conversations_contact foreign key (workspace_id, contact_id) references contacts on delete cascade,
  constraint conversations_one_per_contact unique (workspace_id, channel_id, contact_id)
);
create index conversations_by_time on conversations (workspace_id, last_message_at desc, id desc);
create index conversations_unread_by_time on conversations (workspace_id, last_message_at desc, id desc) where unread_count > 0;
create index conversations_by_contact on conversations (workspace_id, contact_id);

create table messages (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  channel_id uuid not null,
  direction text not null constraint messages_direction check (direction in ('in', 'out')),
  author_member_id uuid,
  -- 'live' went over a channel; 'import' was read from a chat export.
  source text not null default 'live' constraint messages_source check (source in ('live', 'import')),
  -- MessageContent of the core.
  content jsonb not null,
  status text not null constraint messages_status check (status in
    ('received', 'queued', 'dispatching', 'unknown', 'accepted', 'sent', 'delivered', 'read', 'played', 'failed')),
  -- Why it failed: the code, and what was said about it by whom.
  failure jsonb,
  wamid text,
  reply_to_wamid text,
  reply_to_id uuid,
  -- Given by the browser, so that a repeated request does not make a second message.
  client_id uuid,
  import_key text,
  edited_at timestamptz,
  deleted_at timestamptz,
  -- When it happened by the sender's clock; what the thread is ordered by.
  at timestamptz not null,
  status_at timestamptz not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  constraint messages_conversation foreign key (workspace_id, conversation_id) references conversations on delete cascade,
  constraint messages_wamid unique (workspace_id, channel_id, wamid),
  constraint messages_client_id unique (workspace_id, client_id),
  constraint messages_import_key unique (workspace_id, conversation_id, import_key)
);
create index messages_by_conversation on messages (workspace_id, conversation_id, at desc, id desc);
-- Replies that came before what they reply to.
create index messages_awaiting_quote on messages (workspace_id, channel_id, reply_to_wamid) where reply_to_id is null and reply_to_wamid is not null;

-- What can be searched of a message. Row-level security is enabled but not
-- forced, so that search_messages, owned by the table's owner, may use the
-- index: under a forced policy PostgreSQL refuses operators that are not
-- leakproof, and no text search operator is.
create table message_texts (
  workspace_id uuid not null,
  message_id uuid not null,
  conversation_id uuid not null,
  at timestamptz not null,
  body text not null,
  words tsvector generated always as (to_tsvector('english', body) || to_tsvector('russian', body)) stored,
  primary key (workspace_id, message_id),
  constraint message_texts_message foreign key (workspace_id, message_id) references messages on delete cascade
);
create index message_texts_by_word on message_texts using gin (workspace_id, words);
create index message_texts_by_part on message_texts using gin (workspace_id, body gin_trgm_ops);

create table reactions (
  workspace_id uuid not null,
  message_id uuid not null,
  by text not null constraint reactions_by check (by in ('contact', 'business')),
  -- Empty when the reaction was taken back: the row stays, so that a late repeat does not bring it again.
  emoji text not null,
  at timestamptz not null,
  -- The channel's ids of the reactions that were heard already.
  heard text[] not null default '{}',
  primary key (workspace_id, message_id, by),
  constraint reactions_message foreign key (workspace_id, message_id) references messages on delete cascade
);

-- Every message that a channel shall carry out: who may send it, and what became of it.
-- The states are described in core/sends/send.ts.
create table sends (
  workspace_id uuid not null,
  id uuid not null,
  channel_id uuid not null,
  -- Null for what is no message of its own: a reaction, a read receipt.
  message_id uuid,
  kind text not null constraint sends_kind check (kind in ('message', 'reaction', 'read-receipt')),
  lane text not null constraint sends_lane check (lane in ('reply', 'utility', 'marketing')),
  purpose text not null constraint sends_purpose check (purpose in ('service', 'authentication', 'utility', 'marketing')),
  -- The person, as the limiter knows them: one bucket per number and person.
  recipient text not null,
  -- What is sent, in core words; the channel's gateway turns it into the wire's.
  payload jsonb not null,
  state text not null constraint sends_state check (state in
    ('queued', 'claimed', 'dispatching', 'ambiguous', 'accepted', 'rejected', 'unsent', 'cancelled')),
  attempt_id uuid,
  attempt_count integer not null default 0,
  epoch bigint,
  not_before timestamptz not null,
  queued_at timestamptz not null,
  claimed_at timestamptz,
  dispatched_at timestamptz,
  settled_at timestamptz,
  wamid text,
  error jsonb,
  primary key (workspace_id, id),
  constraint sends_channel foreign key (workspace_id, channel_id) references channels on delete cascade,
  constraint sends_message foreign key (workspace_id, message_id) references messages on delete cascade,
  constraint sends_attempt unique (workspace_id, attempt_id)
);
create index sends_to_claim on sends (workspace_id, channel_id, lane, not_before, id) where state = 'queued';
-- Who is next of what waits for one person.
create index sends_in_turn on sends (workspace_id, channel_id, recipient, lane, id) where state = 'queued';
create index sends_unfinished on sends (workspace_id, channel_id, state, dispatched_at) where state in ('claimed', 'dispatching', 'ambiguous', 'unsent');
create index sends_by_message on sends (workspace_id, message_id);
create index sends_confirmed on sends (workspace_id, channel_id, settled_at) where state = 'accepted';

-- What was reported of a message that is not known yet: a status, a reaction,
-- an edit, a deletion. Kept until the message is.
create table orphans (
  workspace_id uuid not null,
  channel_id uuid not null,
  wamid text not null,
  -- The status, or 'reaction:contact', 'reaction:business', 'edit', 'revoke'; with the id of the report where it has one.
  what text not null,
  at timestamptz not null,
  detail jsonb not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, channel_id, wamid, what),
  constraint orphans_channel foreign key (workspace_id, channel_id) references channels on delete cascade
);
create index orphans_by_age on orphans (workspace_id, created_at);

create table files (
  workspace_id uuid not null constraint files_workspace references workspaces on delete cascade,
  id uuid not null,
  -- Stored under their content's hash; null until the bytes are here.
  sha256 text,
  size_bytes bigint,
  -- What the bytes are, by their own signature; what was claimed is kept beside it.
  media_type text,
  claimed_type text,
  name text,
  state text not null constraint files_state check (state in ('wanted', 'stored', 'failed')),
  failure text,
  -- Where it is fetched from: the channel and Meta's media id.
  channel_id uuid,
  remote_id text,
  width integer,
  height integer,
  duration_ms integer,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create index files_by_remote on files (workspace_id, channel_id, remote_id);

-- Files that a channel holds already, so that a second message carries them without another upload.
create table uploads (
  workspace_id uuid not null,
  channel_id uuid not null,
  file_id uuid not null,
  remote_id text not null,
  uploaded_at timestamptz not null,
  primary key (workspace_id, channel_id, file_id),
  constraint uploads_channel foreign key (workspace_id, channel_id) references channels on delete cascade,
  constraint uploads_file foreign key (workspace_id, file_id) references files on delete cascade
);

create table templates (
  workspace_id uuid not null,
  channel_id uuid not null,
  id text not null,
  name text not null,
  language text not null,
  category text not null,
  status text not null,
  rejected_reason text,
  quality text,
  parameter_format text not null,
  -- Header, body, footer and buttons of the core's Template.
  components jsonb not null,
  synced_at timestamptz not null,
  primary key (workspace_id, channel_id, id),
  constraint templates_channel foreign key (workspace_id, channel_id) references channels on delete cascade
);

-- What happened in a workspace, for everyone who watches it. Thin: what is named is loaded when it is told.
create table events (
  workspace_id uuid not null constraint events_workspace references workspaces on delete cascade,
  seq bigint not null,
  kind text not null,
  conversation_id uuid,
  message_id uuid,
  contact_id uuid,
  channel_id uuid,
  other_id text,
  at timestamptz not null,
  primary key (workspace_id, seq)
);

create table chat_imports (
  workspace_id uuid not null constraint chat_imports_workspace references workspaces on delete cascade,
  id uuid not null,
  file_name text not null,
  state text not null constraint chat_imports_state check (state in ('reading', 'ready', 'running', 'done', 'failed', 'stopped')),
  -- What was understood, and what the member chose.
  report jsonb not null default '{}',
  choices jsonb not null default '{}',
  conversation_id uuid,
  lines_total integer not null default 0,
  lines_done integer not null default 0,
  messages_added integer not null default 0,
  messages_known integer not null default 0,
  failure text,
  created_by uuid not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (workspace_id, id)
);

-- The webhook log: append-only, partitioned by day, never updated. Not a
-- tenant's table: what is in it is not understood yet.
create table webhook_log (
  position bigint generated always as identity,
  received_at timestamptz not null default now(),
  hint text not null,
  -- Neither key nor compression: the log is written by the thousand and read once, by position.
  body bytea storage external not null
) partition by range (received_at);
create index webhook_log_by_position on webhook_log (position);
create table webhook_log_default partition of webhook_log default;

-- How far the applier has come. One row per hint shard.
create table webhook_cursors (
  shard text primary key,
  position bigint not null,
  updated_at timestamptz not null
);

-- Members of a webhook that could not be applied: kept with their error, retried by hand or by a new version.
create table parked_webhooks (
  id uuid primary key,
  -- Null while the number is of no workspace here.
  workspace_id uuid constraint parked_webhooks_workspace references workspaces on delete cascade,
  channel_id uuid,
  position bigint not null,
  received_at timestamptz not null,
  reason text not null,
  detail text not null,
  member jsonb not null,
  -- A column of its own: under row-level security an index over a function is not used.
  member_md5 text not null generated always as (md5(member::text)) stored,
  attempts integer not null default 1,
  parked_at timestamptz not null,
  resolved_at timestamptz
);
create index parked_webhooks_open on parked_webhooks (workspace_id, parked_at) where resolved_at is null;
-- The same member heard again is parked once.
create index parked_webhooks_same on parked_webhooks (member_md5) where resolved_at is null;

-- Per day and number: accepted, applied, parked. The proof of receipt.
create table receipt_counts (
  day date not null,
  hint text not null,
  accepted bigint not null default 0,
  applied bigint not null default 0,
  parked bigint not null default 0,
  primary key (day, hint)
);

-- The processes that run background jobs, by their own heartbeat: the locks of
-- one that has gone silent are given back.
create table job_nodes (
  id text primary key,
  worker_ids text[] not null,
  beat_at timestamptz not null
);

-- What this installation knows about itself.
create table installation (
  only_row boolean primary key default true constraint installation_single check (only_row),
  version text not null,
  system_identifier text not null,
  timeline integer not null,
  demo_filled_at timestamptz
);
