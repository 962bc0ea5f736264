-- The bookings added up by campaign, so that a list of campaigns tells what each
-- has cost without reading a million lines. Follows from the bookings.
create table campaign_costs (
  workspace_id uuid not null constraint campaign_costs_workspace references workspaces on delete cascade,
  campaign_id uuid not null,
  currency text not null,
  free_count bigint not null,
  amount_micros bigint not null,
  message_count bigint not null,
  primary key (workspace_id, campaign_id, currency)
);

insert into campaign_costs (workspace_id, campaign_id, currency, free_count, amount_micros, message_count)
select workspace_id, campaign_id, currency, count(*) filter (where amount_micros = 0), sum(amount_micros), count(*)
  from bookings where campaign_id is not null
 group by 1, 2, 3;
