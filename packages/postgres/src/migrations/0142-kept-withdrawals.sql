-- What an erased person had taken back, under a hash of what they are known by: whoever
-- imports them again does not silently write to them. Nothing else of them is kept.
create table kept_withdrawals (
  workspace_id uuid not null constraint kept_withdrawals_workspace references workspaces on delete cascade,
  -- HMAC with the installation's key, so that the table alone says nothing of anybody.
  hash text not null,
  purpose text not null constraint kept_withdrawals_purpose check (purpose in ('service', 'utility', 'marketing', 'calls')),
  -- Null is every channel.
  channel_id uuid,
  way text not null,
  at timestamptz not null,
  kept_at timestamptz not null,
  constraint kept_withdrawals_once unique nulls not distinct (workspace_id, hash, purpose, channel_id, way)
);

-- How many of the people of a table have agreed by it, for how many of them a later withdrawal
-- counts more, and of how many that is known by its hash alone. A small table.
alter table contact_imports
  add column consents_recorded integer not null default 0,
  add column consents_outweighed integer not null default 0,
  add column consents_remembered integer not null default 0;
