-- What is known of the health of numbers, and what is done for it by itself.

-- Whom an account wrote to first, outside the window that a contact opens by
-- writing: of these Meta allows so many in any 24 hours. The last time of each.
create table tier_people (
  workspace_id uuid not null constraint tier_people_workspace references workspaces on delete cascade,
  -- The limit is the account's: all its numbers share it.
  waba_id text not null,
  -- As the sends name the person.
  recipient text not null,
  at timestamptz not null,
  primary key (workspace_id, waba_id, recipient)
);
create index tier_people_by_time on tier_people (workspace_id, waba_id, at);

-- How far a number is held back. No row means not at all.
create table channel_brakes (
  workspace_id uuid not null,
  channel_id uuid not null,
  -- What Galka has decided by what it found.
  brake text not null constraint channel_brakes_brake check (brake in ('none', 'slow', 'pause-marketing', 'pause-all')),
  since timestamptz not null,
  -- Since when less would do than the brake; null while it is needed.
  calm_since timestamptz,
  -- The checks that asked for something at the last look: core/health/check.
  findings jsonb not null default '[]',
  judged_at timestamptz not null,
  -- What a person has decided instead, until when and why: core/health/brake. Null while nobody has.
  overrule jsonb,
  -- What holds: the person's word before Galka's.
  held text not null constraint channel_brakes_held check (held in ('none', 'slow', 'pause-marketing', 'pause-all')),
  primary key (workspace_id, channel_id),
  constraint channel_brakes_channel foreign key (workspace_id, channel_id) references channels on delete cascade
);

-- What a number experienced, by the hour and by what it was: core/health/signal.
create table health_counts (
  workspace_id uuid not null,
  channel_id uuid not null,
  hour timestamptz not null,
  what text not null,
  count integer not null,
  primary key (workspace_id, channel_id, hour, what),
  constraint health_counts_channel foreign key (workspace_id, channel_id) references channels on delete cascade
);

-- The life of a number: its quality, its tier, its brakes, what Meta said of it, and who decided what.
create table health_history (
  workspace_id uuid not null,
  channel_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  kind text not null,
  -- What it was and what it became, in core's words.
  before jsonb,
  after jsonb,
  -- Null for what nobody of the team has done.
  member_id uuid,
  primary key (workspace_id, channel_id, id),
  constraint health_history_channel foreign key (workspace_id, channel_id) references channels on delete cascade
);
create index health_history_by_time on health_history (workspace_id, channel_id, at desc, id desc);
