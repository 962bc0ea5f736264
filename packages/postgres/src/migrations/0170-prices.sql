-- What messages cost: each delivered message as a line of the bill, the sums of
-- them, the workspace's own tariffs, and budgets.

-- What Meta says of an account as far as prices depend on it. One row per account and workspace.
create table price_accounts (
  workspace_id uuid not null constraint price_accounts_workspace references workspaces on delete cascade,
  waba_id text not null,
  -- BillingAccount of the core.
  account jsonb not null,
  asked_at timestamptz not null,
  primary key (workspace_id, waba_id)
);

-- By which tariff a workspace is charged, and what it puts on top. Its row is
-- what bookings of one workspace wait for: they are made one after the other.
create table price_settings (
  workspace_id uuid primary key constraint price_settings_workspace references workspaces on delete cascade,
  -- 'by-date', one of Meta's, or the id of an own tariff.
  tariff text not null default 'by-date',
  -- The first day it is for, and what was before; null while nothing else was chosen.
  tariff_from date,
  tariff_before text,
  markup_basis_points integer not null default 0 constraint price_settings_markup check (markup_basis_points between 0 and 100000),
  -- On every charged message, in the currency it is charged in.
  markup_fixed_micros bigint not null default 0 constraint price_settings_fixed check (markup_fixed_micros >= 0),
  -- Since when lines wait to be priced anew, because something earlier was heard after them; null when none do.
  rebook_from timestamptz,
  updated_at timestamptz not null
);

create table own_tariffs (
  workspace_id uuid not null constraint own_tariffs_workspace references workspaces on delete cascade,
  id uuid not null,
  -- OwnTariff of the core.
  tariff jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id)
);

-- A delivered message, with everything that its price can depend on under any
-- tariff, and its price under the one in force. Kept when the message is erased
-- or past keeping: what was spent was spent. So there is no foreign key but one.
create table bookings (
  workspace_id uuid not null constraint bookings_workspace references workspaces on delete cascade,
  message_id uuid not null,
  channel_id uuid not null,
  waba_id text not null,
  conversation_id uuid not null,
  contact_id uuid not null,
  member_id uuid,
  template_name text,
  template_language text,
  accepted_at timestamptz not null,
  delivered_at timestamptz not null,
  category text not null,
  country text not null,
  last_inbound_at timestamptz,
  entry_at timestamptz,
  -- The price.
  day date not null,
  tariff text not null,
  card_from date not null,
  currency text not null,
  market text not null,
  model text not null,
  type text not null,
  charged_as text not null,
  billable boolean not null,
  reason text not null,
  rate text,
  amount_micros bigint not null constraint bookings_amount check (amount_micros >= 0),
  standing text not null,
  tier text,
  -- What of the month it counts towards.
  counter text,
  -- The conversation that it opened, or that it belongs to.
  opens boolean not null,
  conversation jsonb,
  expires_at timestamptz,
  -- What Meta told of the price, as it came; null when it told nothing.
  told jsonb,
  -- Whether that is what was booked; null when nothing was told.
  agrees boolean,
  primary key (workspace_id, message_id)
);
-- The order in which they are charged, whichever was heard of first.
create index bookings_in_order on bookings (workspace_id, delivered_at, accepted_at, message_id);
create index bookings_by_day on bookings (workspace_id, day);
create index bookings_by_conversation on bookings (workspace_id, conversation_id, delivered_at);
-- What is open between a number and a person, and when an entry point was last made use of.
create index bookings_that_open on bookings (workspace_id, conversation_id, delivered_at) where opens;
create index bookings_disagreeing on bookings (workspace_id, delivered_at desc) where agrees is false;

-- How much a month has had of what is free or cheaper at first. Follows from the bookings.
create table price_counters (
  workspace_id uuid not null constraint price_counters_workspace references workspaces on delete cascade,
  counter text not null,
  count bigint not null,
  primary key (workspace_id, counter)
);

-- The bookings added up by day. Follows from the bookings.
create table spending_days (
  workspace_id uuid not null constraint spending_days_workspace references workspaces on delete cascade,
  day date not null,
  channel_id uuid not null,
  category text not null,
  country text not null,
  currency text not null,
  message_count bigint not null,
  charged_count bigint not null,
  amount_micros bigint not null,
  primary key (workspace_id, day, channel_id, category, country, currency)
);

-- When a person came by an advertisement or a page's button.
create table entry_points (
  workspace_id uuid not null,
  conversation_id uuid not null,
  at timestamptz not null,
  source text not null,
  primary key (workspace_id, conversation_id, at),
  constraint entry_points_conversation foreign key (workspace_id, conversation_id) references conversations on delete cascade
);

create table budgets (
  workspace_id uuid not null constraint budgets_workspace references workspaces on delete cascade,
  id uuid not null,
  -- Null is every number.
  channel_id uuid,
  -- Null is every purpose, answers too.
  purpose text constraint budgets_purpose check (purpose in ('service', 'authentication', 'utility', 'marketing')),
  period text not null constraint budgets_period check (period in ('day', 'month')),
  currency text not null,
  limit_micros bigint not null constraint budgets_limit check (limit_micros > 0),
  -- From which share of it on people are told.
  alarm_percent integer not null constraint budgets_alarm check (alarm_percent between 1 and 100),
  -- Whether messages are refused once it is spent.
  stops boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  constraint budgets_channel foreign key (workspace_id, channel_id) references channels on delete cascade
);

-- That a budget was nearly or wholly spent in a period, once.
create table budget_alarms (
  workspace_id uuid not null,
  budget_id uuid not null,
  -- The first day of the period.
  since date not null,
  kind text not null constraint budget_alarms_kind check (kind in ('near', 'spent')),
  at timestamptz not null,
  primary key (workspace_id, budget_id, since, kind),
  constraint budget_alarms_budget foreign key (workspace_id, budget_id) references budgets on delete cascade
);

-- What messages on their way are likely to cost: a budget is not spent twice
-- while deliveries are still to be heard of. Only while there are budgets that stop.
create table expected_costs (
  workspace_id uuid not null,
  message_id uuid not null,
  channel_id uuid not null,
  purpose text not null,
  currency text not null,
  amount_micros bigint not null,
  at timestamptz not null,
  primary key (workspace_id, message_id),
  constraint expected_costs_message foreign key (workspace_id, message_id) references messages on delete cascade
);
create index expected_costs_open on expected_costs (workspace_id, channel_id, purpose, at);

-- The purpose that a charged category counts for in a budget: as core/billing/budget.ts has it.
create function budget_purpose(category text) returns text language sql immutable parallel safe as $$
  select case when category like 'marketing%' then 'marketing'
              when category like 'authentication%' then 'authentication'
              when category = 'utility' then 'utility'
              else 'service' end
$$;
