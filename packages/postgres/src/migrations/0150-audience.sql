-- Audiences: filters over contacts with a name, lists that somebody made, and
-- contacts of a file with what else stood in its rows.

-- In which language they are written to; null while nobody has said so. Then it
-- is what their country speaks, as far as that is one language: core/contacts/language.ts.
alter table contacts add column language text
  constraint contacts_language check (language ~ '^[a-z]{2,3}$');

-- A die that was thrown for each contact, once: those below some number are a fair sample of all,
-- and the same one each time. A column and not an index over an expression, as sort_name is: under
-- row-level security PostgreSQL does not compare by a function that it does not know to keep secrets.
-- Writes the table anew: fifteen seconds for a million contacts. There are no installations yet.
alter table contacts add column die integer not null generated always as (uuid_hash(id)) stored;
create index contacts_by_die on contacts (workspace_id, die);

-- A filter over contacts with a name. Whom it means is looked up each time it is asked.
create table segments (
  workspace_id uuid not null constraint segments_workspace references workspaces on delete cascade,
  id uuid not null,
  name text not null,
  description text not null default '',
  -- Of one member alone, of a team, or of everyone when both are null.
  owner_id uuid,
  team_id uuid,
  -- PeopleFilter of the core.
  filter jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  constraint segments_one_reach check (owner_id is null or team_id is null),
  constraint segments_owner foreign key (workspace_id, owner_id) references members on delete cascade,
  constraint segments_team foreign key (workspace_id, team_id) references teams on delete cascade
);

-- Contacts that somebody chose, one by one, by a filter at that moment, or by a file.
create table audience_lists (
  workspace_id uuid not null constraint audience_lists_workspace references workspaces on delete cascade,
  id uuid not null,
  name text not null,
  description text not null default '',
  -- Of a file: its columns, whose values are kept with each member. Empty for every other list.
  columns text[] not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id)
);

create table audience_list_members (
  workspace_id uuid not null,
  list_id uuid not null,
  contact_id uuid not null,
  -- What stood in the row of the file by the names of its columns; null for whoever came otherwise.
  variables jsonb,
  -- Which row of the file.
  row_number integer,
  added_at timestamptz not null,
  primary key (workspace_id, list_id, contact_id),
  constraint audience_list_members_list foreign key (workspace_id, list_id) references audience_lists on delete cascade,
  constraint audience_list_members_contact foreign key (workspace_id, contact_id) references contacts on delete cascade
);
create index audience_list_members_by_contact on audience_list_members (workspace_id, contact_id);

-- A table of contacts may fill a list; what its rows say is then kept with the members.
alter table contact_imports add column list_id uuid,
  add constraint contact_imports_list foreign key (workspace_id, list_id) references audience_lists on delete set null (list_id);
create index contact_imports_by_list on contact_imports (workspace_id, list_id) where list_id is not null;
