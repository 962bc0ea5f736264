-- Which of the demo worlds was lived through here; null is the demo business.
-- The table has a single row.
alter table installation add column demo_world text;
