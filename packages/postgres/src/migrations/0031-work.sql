-- The work on a conversation: who answered it last, who can be given any, and
-- by which rules they are.

alter table conversations
  -- The last answer of a person, and whose it was; null for one that was written
  -- on the phone. Members stay when they leave, so nothing has to be looked after.
  add column answered_at timestamptz,
  add column answered_by_id uuid,
  -- Who had it and let the contact wait, until somebody else has it.
  add column passed_by_id uuid;
-- The tabs and the queue of what is open: a small part of an old workspace.
create index conversations_open on conversations (workspace_id, last_message_at desc, id desc) where status = 'open';

alter table contacts
  add column responsible_id uuid,
  add constraint contacts_responsible foreign key (workspace_id, responsible_id)
    references members on delete set null (responsible_id);

-- What a member says of themselves and what they can do. Who has no row has what stands here as usual.
create table member_desks (
  workspace_id uuid not null,
  member_id uuid not null,
  availability text not null default 'online' constraint member_desks_availability check (availability in ('online', 'away')),
  -- When one of their browsers was last connected.
  seen_at timestamptz,
  capacity integer not null default 20 constraint member_desks_capacity check (capacity between 0 and 1000),
  skills text[] not null default '{}',
  languages text[] not null default '{}',
  label_ids text[] not null default '{}',
  primary key (workspace_id, member_id),
  constraint member_desks_member foreign key (workspace_id, member_id) references members on delete cascade
);

-- Counts up with every conversation that is given; of each member the last. A
-- table of its own, because only who gives conversations locks it.
create table distribution_turns (
  workspace_id uuid not null,
  member_id uuid not null,
  turn bigint not null,
  primary key (workspace_id, member_id),
  constraint distribution_turns_member foreign key (workspace_id, member_id) references members on delete cascade
);

-- DistributionPolicy of the core: of a team, of a number, or of everything.
create table distribution_policies (
  workspace_id uuid not null constraint distribution_policies_workspace references workspaces on delete cascade,
  id uuid not null,
  team_id uuid,
  channel_id uuid,
  policy jsonb not null,
  primary key (workspace_id, id),
  constraint distribution_policies_of_one check (num_nonnulls(team_id, channel_id) <= 1),
  constraint distribution_policies_team foreign key (workspace_id, team_id) references teams on delete cascade,
  constraint distribution_policies_channel foreign key (workspace_id, channel_id) references channels on delete cascade
);
create unique index distribution_policies_once on distribution_policies (workspace_id, team_id, channel_id) nulls not distinct;
