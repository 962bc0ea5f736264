-- How far this database has come, as it is written down outside of it as well:
-- when an older copy is put in its place, what is written there is ahead of it.
-- A life begins when that was noticed. All of it is a single row's.
alter table installation
  add column life integer not null default 1,
  add column mark bigint not null default 0,
  add column marked_at timestamptz not null default now();
