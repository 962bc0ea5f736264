-- How contacts were served, asked after a conversation is closed.

create table satisfaction_settings (
  workspace_id uuid primary key constraint satisfaction_settings_workspace references workspaces on delete cascade,
  -- SatisfactionSettings of the core.
  settings jsonb not null,
  updated_at timestamptz not null
);

-- A conversation that was closed while contacts are asked, and what became of
-- it. Written with the closing itself by a trigger (policies/satisfaction.sql).
create table satisfaction_requests (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  channel_id uuid not null,
  closed_at timestamptz not null,
  -- Who had it when it was closed; of one that nobody had, who answered it last.
  member_id uuid,
  team_id uuid,
  -- When the wait after closing is over.
  due_at timestamptz not null,
  state text not null constraint satisfaction_requests_state check (state in ('waiting', 'asked', 'skipped')),
  skipped_because text,
  asked_at timestamptz,
  asked_by text constraint satisfaction_requests_asked_by check (asked_by in ('message', 'template')),
  -- Of which language the texts are that were used.
  language text,
  -- Known to the contact's phone alone: what a tap has to carry to count.
  token text,
  score smallint,
  score_of smallint,
  -- By the contact's clock.
  answered_at timestamptz,
  -- What is still to be said after the answer.
  afterwards text constraint satisfaction_requests_afterwards check (afterwards in ('thanks', 'why')),
  thanked_at timestamptz,
  asked_why_at timestamptz,
  -- The comment stays where it was said, so that it goes when the message does.
  comment_id uuid,
  primary key (workspace_id, id),
  constraint satisfaction_requests_conversation foreign key (workspace_id, conversation_id)
    references conversations on delete cascade,
  constraint satisfaction_requests_comment foreign key (workspace_id, comment_id)
    references messages on delete set null (comment_id),
  constraint satisfaction_requests_token unique (workspace_id, token),
  constraint satisfaction_requests_score check (
    score is null or (answered_at is not null and score_of in (3, 5) and score between 1 and score_of))
);
create index satisfaction_requests_due on satisfaction_requests (due_at) where state = 'waiting';
create index satisfaction_requests_to_thank on satisfaction_requests (workspace_id) where afterwards is not null;
create index satisfaction_requests_by_conversation on satisfaction_requests (workspace_id, conversation_id, closed_at desc);
create index satisfaction_requests_by_time on satisfaction_requests (workspace_id, closed_at);
create index satisfaction_requests_answered on satisfaction_requests (workspace_id, answered_at desc, id desc)
  where answered_at is not null;
create index satisfaction_requests_by_comment on satisfaction_requests (workspace_id, comment_id)
  where comment_id is not null;

-- What Galka itself wrote, neither a member nor a rule. Without a default, and
-- not valid, so that no row is read or written for it.
alter table messages
  add column author_system text,
  add constraint messages_author_system check (author_system in ('satisfaction')) not valid;

-- The latest rating of a conversation. The index is made while the column is
-- empty everywhere: one reading of the table, nothing to sort.
alter table conversations
  add column rating_score smallint,
  add column rating_of smallint,
  add column rated_at timestamptz;
create index conversations_rated on conversations (workspace_id, last_message_at desc, id desc)
  where rating_score is not null;
