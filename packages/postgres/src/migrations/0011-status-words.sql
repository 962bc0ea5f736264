-- Why a channel is paused, in the languages of the people who read it.
-- The table has a row for each number, so that rewriting it takes no time.
alter table channels
  alter column status_reason type jsonb
  using jsonb_build_object('en', status_reason, 'ru', status_reason);
update channels set status_reason = null where status_reason ->> 'en' is null;
