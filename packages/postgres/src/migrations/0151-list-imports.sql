-- Which import a member of a list came from, so that repeating it begins anew
-- with its own rows alone. No installation has a member from a file yet.
alter table audience_list_members add column import_id uuid;
create index audience_list_members_by_import on audience_list_members (workspace_id, import_id) where import_id is not null;
