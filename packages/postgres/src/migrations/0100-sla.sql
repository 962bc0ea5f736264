-- How soon contacts are answered and cases closed: what the team set itself as
-- targets, and the clocks that run for them.

create table sla_policies (
  workspace_id uuid not null constraint sla_policies_workspace references workspaces on delete cascade,
  id uuid not null,
  -- Of several that fit the first counts.
  place integer not null,
  name text not null,
  is_on boolean not null,
  -- SlaScope and the minutes of each target: core/sla/sla-policy.
  scope jsonb not null,
  minutes jsonb not null,
  counted_in text not null constraint sla_policies_counted_in check (counted_in in ('office-hours', 'wall-clock')),
  warn_percent integer not null constraint sla_policies_warn_percent check (warn_percent between 1 and 99),
  primary key (workspace_id, id)
);

-- Columns without a default: added without rewriting the table.
alter table conversations
  -- The case: since when, and when the clock of its resolution stood still. Null while there is none.
  add column sla_case_at timestamptz,
  add column sla_pauses jsonb,
  -- The clock that is due first; null when none runs or all of them stand still.
  add column sla_target text
    constraint conversations_sla_target check (sla_target in ('first-answer', 'next-answer', 'resolution')),
  add column sla_due_at timestamptz,
  add column sla_warn_at timestamptz,
  -- When a target of the last case was first broken, and when one was last kept.
  add column sla_broken_at timestamptz,
  add column sla_kept_at timestamptz;
-- Empty when it is made, so an existing installation waits only for one reading of the table.
create index conversations_sla_due on conversations (workspace_id, sla_due_at) where sla_due_at is not null;

-- Each time that the clock of a target ran.
create table sla_clocks (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  channel_id uuid not null,
  target text not null constraint sla_clocks_target check (target in ('first-answer', 'next-answer', 'resolution')),
  -- The policy may be gone.
  policy_id uuid not null,
  began_at timestamptz not null,
  -- Null while it stands still.
  due_at timestamptz,
  warn_at timestamptz,
  ended_at timestamptz,
  -- Null while it runs and is not broken.
  outcome text constraint sla_clocks_outcome check (outcome in ('kept', 'broken', 'dropped')),
  -- When it was kept, or due and not kept: the moment at which it counts.
  decided_at timestamptz,
  -- Whose it was at that moment: who answered, or else who had the conversation.
  member_id uuid,
  -- When it was told that it will soon be due, and that it was broken: each once.
  warned_at timestamptz,
  told_at timestamptz,
  primary key (workspace_id, id),
  constraint sla_clocks_conversation foreign key (workspace_id, conversation_id) references conversations on delete cascade
);
create unique index sla_clocks_running on sla_clocks (workspace_id, conversation_id, (target = 'resolution'))
  where ended_at is null;
create index sla_clocks_by_conversation on sla_clocks (workspace_id, conversation_id);
create index sla_clocks_to_warn on sla_clocks (workspace_id, warn_at)
  where warned_at is null and outcome is null;
create index sla_clocks_to_tell on sla_clocks (workspace_id, due_at)
  where told_at is null and (outcome is null or outcome = 'broken');
create index sla_clocks_by_time on sla_clocks (workspace_id, decided_at) where decided_at is not null;

create index sla_clocks_told on sla_clocks (workspace_id, told_at) where told_at is not null;

-- Which alerts a member has looked at: those of up to then.
create table sla_seen (
  workspace_id uuid not null,
  member_id uuid not null,
  until timestamptz not null,
  primary key (workspace_id, member_id),
  constraint sla_seen_member foreign key (workspace_id, member_id) references members on delete cascade
);
