-- Up to when the pace of a campaign is used up. It is kept with the campaign, so
-- that any number of processes that feed it keep one pace between them.
alter table campaigns add column paced_until timestamptz;
