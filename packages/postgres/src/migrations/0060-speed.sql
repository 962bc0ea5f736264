-- What makes members quick: answers that are written once, several steps at
-- once, saved views, and changes to many conversations.

-- An answer that is written once. Belongs to a member (private), to a team, or
-- to everyone.
create table quick_replies (
  workspace_id uuid not null constraint quick_replies_workspace references workspaces on delete cascade,
  id uuid not null,
  -- What is typed after the slash.
  shortcut text not null,
  title text not null,
  -- Empty for those that lie in none.
  folder text not null default '',
  owner_id uuid,
  team_id uuid,
  -- What is sent, with its variables not yet filled in; the file beside it.
  text text not null,
  buttons jsonb not null default '[]',
  file_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  constraint quick_replies_one_reach check (owner_id is null or team_id is null),
  constraint quick_replies_owner foreign key (workspace_id, owner_id) references members on delete cascade,
  constraint quick_replies_team foreign key (workspace_id, team_id) references teams on delete cascade,
  constraint quick_replies_file foreign key (workspace_id, file_id) references files on delete set null (file_id)
);
-- One of a kind among those that the same people see.
create unique index quick_replies_one_shortcut on quick_replies
  (workspace_id, coalesce(owner_id, team_id, '00000000-0000-0000-0000-000000000000'), lower(shortcut));

-- How often each was sent, by whom and on which day (UTC). Kept after the message is gone.
create table quick_reply_uses (
  workspace_id uuid not null,
  quick_reply_id uuid not null,
  member_id uuid not null,
  day date not null,
  sent_count integer not null,
  last_at timestamptz not null,
  primary key (workspace_id, quick_reply_id, day, member_id),
  constraint quick_reply_uses_reply foreign key (workspace_id, quick_reply_id) references quick_replies on delete cascade
);

-- Several steps that are done together.
create table macros (
  workspace_id uuid not null constraint macros_workspace references workspaces on delete cascade,
  id uuid not null,
  name text not null,
  owner_id uuid,
  team_id uuid,
  -- MacroStep of the core, in their order.
  steps jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  constraint macros_one_reach check (owner_id is null or team_id is null),
  constraint macros_owner foreign key (workspace_id, owner_id) references members on delete cascade,
  constraint macros_team foreign key (workspace_id, team_id) references teams on delete cascade
);

-- A filter with a name.
create table saved_views (
  workspace_id uuid not null constraint saved_views_workspace references workspaces on delete cascade,
  id uuid not null,
  name text not null,
  owner_id uuid,
  team_id uuid,
  -- Filter of the core.
  filter jsonb not null,
  pinned boolean not null default true,
  position integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  constraint saved_views_one_reach check (owner_id is null or team_id is null),
  constraint saved_views_owner foreign key (workspace_id, owner_id) references members on delete cascade,
  constraint saved_views_team foreign key (workspace_id, team_id) references teams on delete cascade
);

-- One change to many conversations, done in batches.
create table bulk_changes (
  workspace_id uuid not null constraint bulk_changes_workspace references workspaces on delete cascade,
  id uuid not null,
  member_id uuid not null,
  -- BulkChange of the core; of an undoing the change that is undone.
  change jsonb not null,
  undoes uuid,
  state text not null constraint bulk_changes_state check (state in ('running', 'done', 'stopped')),
  total_count integer not null,
  done_count integer not null default 0,
  changed_count integer not null default 0,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (workspace_id, id),
  constraint bulk_changes_member foreign key (workspace_id, member_id) references members on delete cascade
);

-- Its conversations: what each was before and what it was made; both null until its turn.
create table bulk_change_rows (
  workspace_id uuid not null,
  bulk_change_id uuid not null,
  conversation_id uuid not null,
  done boolean not null default false,
  before jsonb,
  after jsonb,
  primary key (workspace_id, bulk_change_id, conversation_id),
  constraint bulk_change_rows_change foreign key (workspace_id, bulk_change_id)
    references bulk_changes on delete cascade,
  constraint bulk_change_rows_conversation foreign key (workspace_id, conversation_id)
    references conversations on delete cascade
);
create index bulk_change_rows_to_do on bulk_change_rows (workspace_id, bulk_change_id, conversation_id) where not done;

-- The newest texts first: of a common word the latest are found without reading all that hold it.
create index message_texts_by_time on message_texts (workspace_id, at desc, message_id desc);
