-- What a day's waits come to, for periods with more of them than can be put in
-- order at every look. Made when it is asked for or in the background, out of
-- waits and closings; a row that is not there is a day that is to be counted.
create table figure_wait_days (
  workspace_id uuid not null constraint figure_wait_days_workspace references workspaces on delete cascade,
  day date not null,
  part text not null constraint figure_wait_days_part check (part in ('workspace', 'channel', 'member')),
  -- WaitsTold of core/figures/waits-told.ts by the part's id; of members the pairs of [bucket, count] alone.
  -- JSON as text, for it is read whole, and writing out what is in a jsonb would take longest.
  told text not null,
  primary key (workspace_id, day, part)
);

-- The days on which something has changed since: written in the transaction of
-- what changed, by which nobody waits for anybody.
create table figure_wait_marks (
  workspace_id uuid not null constraint figure_wait_marks_workspace references workspaces on delete cascade,
  id bigint generated always as identity,
  day date not null,
  primary key (workspace_id, id)
);

-- With everything that is counted, so that a month is read from the index alone
-- and not from where each row lies. Both tables are as old as this release.
create index waits_in_time on waits (workspace_id, asked_at)
  include (answered_at, is_first, member_id, channel_id, office_ms);
drop index waits_by_time;
create index closings_in_time on closings (workspace_id, closed_at) include (began_at, channel_id, office_ms);
drop index closings_by_time;
-- An index alone answers for pages that were vacuumed since; a fifth of a large table would be months.
alter table waits set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
alter table closings set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
