-- What the owner of a number has taken and not begun is in that process's hands alone: it
-- waits here as if nobody had taken it, and is written when it is about to go out.

-- Every workspace is changed, also where the owner of the tables is no superuser; the policies are stated anew afterwards.
alter table sends no force row level security;
-- Nobody of the version before claims anything between the change and the new rule.
lock table sends in access exclusive mode;
update sends set state = 'queued' where state = 'claimed';
alter table sends
  drop constraint sends_state,
  drop constraint sends_marketing_consent,
  -- Nothing is found by its attempt alone, and an attempt's id is drawn by lot.
  drop constraint sends_attempt,
  drop column claimed_at,
  add constraint sends_state check (state in (
    'queued', 'dispatching', 'ambiguous', 'accepted', 'rejected', 'unsent', 'cancelled')) not valid,
  add constraint sends_marketing_consent check (
    purpose <> 'marketing' or consent_id is not null or state not in ('queued', 'dispatching')) not valid;
