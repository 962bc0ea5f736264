-- What the statistics are read from. Each table follows from the messages and
-- conversations by triggers (policies/figures.sql) and can be made anew of them.

-- The zone whose days and hours are counted. Changing it means counting anew.
create table figure_zones (
  workspace_id uuid primary key constraint figure_zones_workspace references workspaces on delete cascade,
  time_zone text not null,
  -- From the day that is still to be counted anew; null when all is counted.
  recount_from date
);

-- Counts that are not added up yet: written in the transaction of what they
-- count, by which nobody waits for anybody.
create table figure_deltas (
  workspace_id uuid not null constraint figure_deltas_workspace references workspaces on delete cascade,
  id bigint generated always as identity,
  day date not null,
  hour smallint not null,
  -- Whether it counts for the workspace, or for what stands beside it alone.
  whole boolean not null,
  channel_id uuid,
  member_id uuid,
  team_id uuid,
  label_ids uuid[] not null,
  incoming integer not null,
  outgoing integer not null,
  sent integer not null,
  delivered integer not null,
  read integer not null,
  failed integer not null,
  -- Messages that were read in this hour, whenever they were sent.
  reads integer not null,
  primary key (workspace_id, id)
);

create table figure_days (
  workspace_id uuid not null constraint figure_days_workspace references workspaces on delete cascade,
  -- What it counts for: the whole workspace, or one of its parts.
  part text not null constraint figure_days_part check (part in ('workspace', 'channel', 'member', 'team', 'label')),
  day date not null,
  -- Which channel, member, team or label; the workspace's own id for the whole.
  part_id uuid not null,
  incoming integer not null,
  outgoing integer not null,
  sent integer not null,
  delivered integer not null,
  read integer not null,
  failed integer not null,
  primary key (workspace_id, part, day, part_id)
);

create table figure_hours (
  workspace_id uuid not null constraint figure_hours_workspace references workspaces on delete cascade,
  part text not null constraint figure_hours_part check (part in ('workspace', 'channel', 'team')),
  part_id uuid not null,
  day date not null,
  hour smallint not null,
  incoming integer not null,
  outgoing integer not null,
  reads integer not null,
  primary key (workspace_id, part, part_id, day, hour)
);

-- Each time that a contact waited for a person's answer.
create table waits (
  workspace_id uuid not null,
  conversation_id uuid not null,
  asked_at timestamptz not null,
  channel_id uuid not null,
  -- The first after a day of silence: with it a conversation begins, or begins anew.
  is_first boolean not null,
  answered_at timestamptz,
  member_id uuid,
  -- How long the office was open meanwhile; null while that is not measured.
  office_ms bigint,
  primary key (workspace_id, conversation_id, asked_at),
  constraint waits_conversation foreign key (workspace_id, conversation_id) references conversations on delete cascade
);
create index waits_by_time on waits (workspace_id, asked_at);
create index waits_to_measure on waits (workspace_id) where answered_at is not null and office_ms is null;

-- Each time that a conversation was closed; again only after the contact has begun anew.
create table closings (
  workspace_id uuid not null,
  conversation_id uuid not null,
  began_at timestamptz not null,
  closed_at timestamptz not null,
  channel_id uuid not null,
  office_ms bigint,
  primary key (workspace_id, conversation_id, began_at),
  constraint closings_conversation foreign key (workspace_id, conversation_id) references conversations on delete cascade
);
create index closings_by_time on closings (workspace_id, closed_at);
create index closings_to_measure on closings (workspace_id) where office_ms is null;

-- Messages lie about in the order of time, so a day of them is found by an index
-- of a few pages, which is made while nothing waits for long.
create index messages_by_day on messages using brin (at, status_at) with (autosummarize = on);
