-- Which campaign a booked message was of. Without a default: no row is written for it.
alter table bookings add column campaign_id uuid;
create index bookings_by_campaign on bookings (workspace_id, campaign_id) where campaign_id is not null;
