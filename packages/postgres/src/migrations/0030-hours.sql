-- When the office, a team, a number or one member is at work. Each has at most
-- one row; who has none follows the office, and an office without one is
-- always open.
create table office_hours (
  workspace_id uuid not null constraint office_hours_workspace references workspaces on delete cascade,
  id uuid not null,
  -- Whose they are; all null for the office itself.
  team_id uuid,
  channel_id uuid,
  member_id uuid,
  time_zone text not null,
  -- Seven lists of periods, Monday first: core/hours/office-hours.
  week jsonb not null,
  holidays jsonb not null default '[]',
  primary key (workspace_id, id),
  constraint office_hours_of_one check (num_nonnulls(team_id, channel_id, member_id) <= 1),
  constraint office_hours_team foreign key (workspace_id, team_id) references teams on delete cascade,
  constraint office_hours_channel foreign key (workspace_id, channel_id) references channels on delete cascade,
  constraint office_hours_member foreign key (workspace_id, member_id) references members on delete cascade
);
create unique index office_hours_once on office_hours (workspace_id, team_id, channel_id, member_id) nulls not distinct;
