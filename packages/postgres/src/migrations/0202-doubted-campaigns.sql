-- When a restored database was noticed: whom a campaign had failed before, it may
-- have tried again in the time that was lost.
alter table campaigns add column doubted_at timestamptz;
