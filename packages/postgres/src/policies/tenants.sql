-- Who may touch which row. Applied after the migrations whenever they or this file change.
--
-- The server works as galka_app, which owns nothing and bypasses nothing, so
-- even a DATABASE_URL of a superuser is confined. A tenant's table shows the
-- rows of the workspace that the transaction named in galka.workspace_id, and
-- none when it named none. Not tenants' tables: channel_directory, webhook_log,
-- webhook_cursors, receipt_counts, reception, reception_gaps, auth_*,
-- sign_in_links, installation.

grant usage on schema public to galka_app;
grant select, insert, update, delete on all tables in schema public to galka_app;
grant usage on all sequences in schema public to galka_app;
revoke insert, update, delete on galka_migrations from galka_app;
-- What was received is never changed; old days are dropped by keep_webhook_partitions.
revoke update, delete on webhook_log from galka_app;
-- What people agreed to is only added to; a record follows its contact when two are made one (policies/consent.sql).
revoke update, delete on consent_records from galka_app;
grant update (contact_id) on consent_records to galka_app;
revoke update, delete on consent_wordings from galka_app;
grant update (retired_at) on consent_wordings to galka_app;

-- Every table that has a workspace_id, whatever migration made it.
do $$
declare
  tenant_table text;
begin
  for tenant_table in
    select c.relname
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace
      and c.relkind in ('r', 'p')
      and not c.relispartition
      and c.relname not in ('channel_directory', 'parked_webhooks')
  loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format('drop policy if exists own_workspace on %I', tenant_table);
    execute format(
      'create policy own_workspace on %I
         using (workspace_id = nullif(current_setting(''galka.workspace_id'', true), '''')::uuid)
         with check (workspace_id = nullif(current_setting(''galka.workspace_id'', true), '''')::uuid)',
      tenant_table
    );
  end loop;
end $$;

-- See the comment on the table: search_messages reads it as its owner.
alter table message_texts no force row level security;

alter table workspaces enable row level security;
alter table workspaces force row level security;
drop policy if exists own_workspace on workspaces;
create policy own_workspace on workspaces
  using (id = nullif(current_setting('galka.workspace_id', true), '')::uuid)
  with check (id = nullif(current_setting('galka.workspace_id', true), '')::uuid);

-- What could not be applied may belong to no workspace here. Such a row is seen
-- only by a transaction that names no workspace, so that no tenant ever reads
-- what was meant for another. Anyone may add to the pile.
alter table parked_webhooks enable row level security;
alter table parked_webhooks force row level security;
drop policy if exists park on parked_webhooks;
drop policy if exists own_workspace on parked_webhooks;
drop policy if exists own_workspace_update on parked_webhooks;
drop policy if exists own_workspace_delete on parked_webhooks;
create policy park on parked_webhooks for insert with check (true);
create policy own_workspace on parked_webhooks for select
  using (workspace_id is not distinct from nullif(current_setting('galka.workspace_id', true), '')::uuid);
create policy own_workspace_update on parked_webhooks for update
  using (workspace_id is not distinct from nullif(current_setting('galka.workspace_id', true), '')::uuid);
create policy own_workspace_delete on parked_webhooks for delete
  using (workspace_id is not distinct from nullif(current_setting('galka.workspace_id', true), '')::uuid);

-- The functions in functions.sql look across workspaces as the tables' owner,
-- who is a superuser only in some installations. The server is never the owner.
do $$
declare
  seen_table text;
begin
  foreach seen_table in array array[
    'campaigns',
    'campaign_tallies',
    'members',
    'workspaces',
    'roles',
    'invitations',
    'channels',
    'sends',
    'scheduled_messages',
    'push_subscriptions',
    'conversations',
    'distribution_policies',
    'rule_occurrences',
    'sla_clocks',
    'satisfaction_requests'
  ] loop
    execute format('drop policy if exists owner_sees_all on %I', seen_table);
    execute format('create policy owner_sees_all on %I for select to %I using (true)', seen_table, current_user);
  end loop;
end $$;

-- The job queue is infrastructure, not a tenant's; its tables come with row-level security and no policy.
grant usage on schema graphile_worker to galka_app;
grant select, insert, update, delete on all tables in schema graphile_worker to galka_app;
grant usage on all sequences in schema graphile_worker to galka_app;
grant execute on all functions in schema graphile_worker to galka_app;
do $$
declare
  job_table text;
begin
  for job_table in
    select c.relname
    from pg_class c
    where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind = 'r' and c.relrowsecurity
  loop
    execute format('drop policy if exists galka_app on graphile_worker.%I', job_table);
    execute format('create policy galka_app on graphile_worker.%I to galka_app using (true) with check (true)', job_table);
  end loop;
end $$;
