-- The numbers with campaigns that are under way, or whose figures are to be
-- added up. Everything else about them is read inside their workspace.
drop function if exists campaign_places();
create function campaign_places()
returns table (workspace_id uuid, channel_id uuid, running boolean)
language sql stable security definer set search_path = public, pg_temp
as $$
  select c.workspace_id, c.channel_id, bool_or(c.state = 'running')
  from campaigns c
  where c.state in ('scheduled', 'running', 'paused', 'held')
    or exists (
      select from campaign_tallies t
      where t.workspace_id = c.workspace_id and t.campaign_id = c.id)
  group by 1, 2
$$;
