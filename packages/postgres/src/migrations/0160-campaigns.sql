-- Campaigns: what is to be sent to whom, how far it is, and what became of each
-- person. The states are described in core/campaigns.

create table campaigns (
  workspace_id uuid not null constraint campaigns_workspace references workspaces on delete cascade,
  id uuid not null,
  channel_id uuid not null,
  name text not null,
  state text not null constraint campaigns_state check (state in
    ('draft', 'approval', 'scheduled', 'running', 'paused', 'held', 'finished', 'stopped')),
  hold text constraint campaigns_hold check (hold in ('first-wave', 'brake', 'budget', 'template', 'restored')),
  -- What the hold or the end was found by: the findings of the first wave, the brake's name.
  why jsonb,
  -- AudienceWish and CampaignPlan of the core.
  audience jsonb not null,
  plan jsonb not null,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  launched_by uuid,
  launched_at timestamptz,
  approved_by uuid,
  -- When it begins, by the business's clock; null for at once.
  starts_at timestamptz,
  -- When its audience was frozen, and how many people it had. Null before.
  frozen_at timestamptz,
  audience_count integer,
  ended_at timestamptz,
  -- The first of its people go before the others and are judged; null when there is no first wave.
  wave_size integer,
  -- When the last of the wave had left, and when it was judged.
  wave_sent_at timestamptz,
  wave_judged_at timestamptz,
  -- How it was judged: core's WaveVerdict and TestResult.
  wave_result jsonb,
  -- Which of the competing templates the rest gets.
  winner smallint,
  per_minute integer constraint campaigns_pace check (per_minute > 0),
  -- When somebody was last moved to the sender, by the database's clock: bounds what a restored database has forgotten.
  fed_at timestamptz,
  -- So many of its people may have been written to in a time that the database has lost.
  doubted_left integer not null default 0,
  -- The campaign that this one repeats.
  repeats_id uuid,
  client_id uuid,
  primary key (workspace_id, id),
  constraint campaigns_client_id unique (workspace_id, client_id),
  constraint campaigns_channel foreign key (workspace_id, channel_id) references channels on delete cascade
);
create index campaigns_by_time on campaigns (workspace_id, created_at desc, id desc);
create index campaigns_under_way on campaigns (workspace_id, channel_id)
  where state in ('scheduled', 'running', 'paused', 'held');

-- Each change of a campaign's state, with who and why.
create table campaign_moves (
  workspace_id uuid not null,
  campaign_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  move text not null,
  before text not null,
  after text not null,
  -- Null for what Galka did by itself.
  member_id uuid,
  why jsonb,
  primary key (workspace_id, campaign_id, id),
  constraint campaign_moves_campaign foreign key (workspace_id, campaign_id) references campaigns on delete cascade
);

-- A frozen audience. The id of a row is the id of its message and of its send:
-- whatever happens, there is one of each.
create table campaign_recipients (
  workspace_id uuid not null,
  campaign_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  -- 0 for the campaign's own message, then the steps that follow it.
  step smallint not null,
  -- 0 for the first wave, 1 for everybody else.
  part smallint not null,
  -- The place in the random order in which the audience was frozen, from 1 on.
  n integer not null,
  -- Which of the competing templates it got; null until it got one.
  variant smallint,
  state text not null constraint campaign_recipients_state check (state in
    ('planned', 'queued', 'unknown', 'sent', 'delivered', 'read', 'failed', 'skipped')),
  -- From when on it may be moved to the sender; null once it was or never will be.
  due_at timestamptz,
  -- Why it failed or was skipped: a code of the channel's, or a word of core's.
  problem text,
  attempts smallint not null default 0,
  -- The row of the audience's file.
  variables jsonb,
  queued_at timestamptz,
  state_at timestamptz not null,
  tapped_at timestamptz,
  answered_at timestamptz,
  opted_out_at timestamptz,
  primary key (workspace_id, campaign_id, id),
  constraint campaign_recipients_once unique (workspace_id, contact_id, campaign_id, step),
  constraint campaign_recipients_campaign foreign key (workspace_id, campaign_id) references campaigns on delete cascade
)
-- The state is in no index, so that a change of it stays on its page.
with (fillfactor = 75);
create index campaign_recipients_next on campaign_recipients (workspace_id, campaign_id, part, due_at, id) where due_at is not null;
create index campaign_recipients_problems on campaign_recipients (workspace_id, campaign_id, problem, id) where problem is not null;
create index campaign_recipients_answered on campaign_recipients (workspace_id, campaign_id, answered_at, id) where answered_at is not null;

-- How many people of a campaign are in each state. Changes are added as rows of
-- their own, so that nobody waits for anybody, and added up from time to time.
create table campaign_counts (
  workspace_id uuid not null,
  campaign_id uuid not null,
  step smallint not null,
  -- -1 for people who have no template yet.
  variant smallint not null,
  -- A state, a mark, or a state and the reason: "failed 131026".
  what text not null,
  count bigint not null,
  primary key (workspace_id, campaign_id, step, variant, what),
  constraint campaign_counts_campaign foreign key (workspace_id, campaign_id) references campaigns on delete cascade
);
create table campaign_tallies (
  workspace_id uuid not null,
  id bigint not null generated always as identity,
  campaign_id uuid not null,
  step smallint not null,
  variant smallint not null,
  what text not null,
  delta integer not null,
  primary key (workspace_id, id),
  constraint campaign_tallies_campaign foreign key (workspace_id, campaign_id) references campaigns on delete cascade
);
create index campaign_tallies_by_campaign on campaign_tallies (workspace_id, campaign_id);

-- Above how many people a second person has to agree; no row means that nobody has to.
create table campaign_settings (
  workspace_id uuid not null constraint campaign_settings_workspace references workspaces on delete cascade,
  approval_above integer constraint campaign_settings_above check (approval_above >= 0),
  primary key (workspace_id)
);

-- The campaign that a message belongs to. No foreign key: the message stays when the campaign is deleted.
alter table messages add column campaign_id uuid;

-- What a call with an idempotency key was answered, so that the same call is answered the same.
create table idempotent_calls (
  workspace_id uuid not null constraint idempotent_calls_workspace references workspaces on delete cascade,
  member_id uuid not null,
  key text not null,
  -- The route and a hash of what was asked for: another request may not use the key.
  request text not null,
  -- Null while the first call is under way, or ended without anybody knowing how.
  status integer,
  answer jsonb,
  created_at timestamptz not null,
  primary key (workspace_id, member_id, key)
);
create index idempotent_calls_by_age on idempotent_calls (workspace_id, created_at);
