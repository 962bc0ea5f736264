-- Automatic actions: the rules, what may set them off, what they did, and the
-- calls they make to the outside.

create table rules (
  workspace_id uuid not null constraint rules_workspace references workspaces on delete cascade,
  id uuid not null,
  name text not null,
  is_on boolean not null,
  -- The order in which they are asked.
  place integer not null,
  -- Trigger, Condition[] and Action[] of the core.
  trigger jsonb not null,
  conditions jsonb not null,
  actions jsonb not null,
  rest_minutes integer not null,
  most_per_hour integer not null,
  is_last boolean not null,
  -- What its calls are signed with, sealed; null while it makes none.
  secret bytea,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- What the receiver asks of it, without reading the rest.
  trigger_kind text not null generated always as (trigger ->> 'kind') stored,
  after_minutes integer generated always as ((trigger ->> 'afterMinutes')::integer) stored,
  primary key (workspace_id, id)
);

-- What may set rules off, written with the message in one transaction and taken
-- away in the transaction of what the rules did. A silence is due later.
create table rule_occurrences (
  workspace_id uuid not null constraint rule_occurrences_workspace references workspaces on delete cascade,
  id bigint generated always as identity,
  kind text not null constraint rule_occurrences_kind check (kind in ('message', 'member-silent', 'contact-silent')),
  conversation_id uuid not null,
  message_id uuid not null,
  -- How long a silence has lasted then; 0 for a message.
  after_minutes integer not null,
  due_at timestamptz not null,
  primary key (workspace_id, id),
  constraint rule_occurrences_message foreign key (workspace_id, message_id) references messages on delete cascade,
  constraint rule_occurrences_once unique (workspace_id, message_id, kind, after_minutes)
);
create index rule_occurrences_due on rule_occurrences (due_at, workspace_id);

-- What each rule did about what, or why it did not. The unique key is what makes
-- a rule fire once for one occurrence, through every crash.
create table rule_firings (
  workspace_id uuid not null,
  id uuid not null,
  rule_id uuid not null,
  conversation_id uuid not null,
  message_id uuid not null,
  kind text not null,
  at timestamptz not null,
  outcome text not null constraint rule_firings_outcome check (outcome in ('fired', 'held', 'failed')),
  -- The guard that held it, or what failed.
  because text,
  -- Each action and what became of it: done, left out, refused.
  actions jsonb not null,
  primary key (workspace_id, id),
  constraint rule_firings_rule foreign key (workspace_id, rule_id) references rules on delete cascade,
  constraint rule_firings_conversation foreign key (workspace_id, conversation_id) references conversations on delete cascade,
  constraint rule_firings_once unique (workspace_id, rule_id, message_id, kind)
);
create index rule_firings_by_time on rule_firings (workspace_id, at desc, id desc);
create index rule_firings_by_rule on rule_firings (workspace_id, rule_id, outcome, at desc, id desc);
create index rule_firings_by_conversation on rule_firings (workspace_id, conversation_id, at desc);

-- Calls of rules to the outside, and how far each has come. What is told stands
-- in the conversation and is read when it is told, so that nothing of a contact is kept here.
create table rule_calls (
  workspace_id uuid not null,
  id uuid not null,
  rule_id uuid not null,
  firing_id uuid not null,
  conversation_id uuid not null,
  message_id uuid not null,
  url text not null,
  state text not null constraint rule_calls_state check (state in ('waiting', 'delivered', 'failed')),
  attempts integer not null default 0,
  -- What the other side answered last, or why there was no answer.
  status_code integer,
  problem text,
  created_at timestamptz not null,
  tried_at timestamptz,
  primary key (workspace_id, id),
  constraint rule_calls_rule foreign key (workspace_id, rule_id) references rules on delete cascade,
  constraint rule_calls_conversation foreign key (workspace_id, conversation_id) references conversations on delete cascade
);
create index rule_calls_by_rule on rule_calls (workspace_id, rule_id, created_at desc, id desc);

-- Who wrote a message when nobody of the team did: the rule, by the name it had
-- then. Without a default, so the table is not rewritten.
alter table messages
  add column author_rule_id uuid,
  add column author_rule_name text;
