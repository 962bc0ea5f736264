-- When things happened to the people of a campaign, by the minute: how fast it
-- goes, and its course in the report, without looking at any person.
create table campaign_minutes (
  workspace_id uuid not null,
  campaign_id uuid not null,
  minute timestamptz not null,
  what text not null,
  count integer not null,
  primary key (workspace_id, campaign_id, minute, what),
  constraint campaign_minutes_campaign foreign key (workspace_id, campaign_id) references campaigns on delete cascade
);
