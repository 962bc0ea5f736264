-- Of how many rows of a table nothing was recorded, by why. A small table.
alter table contact_imports add column consents_lacking jsonb not null default '{}';
