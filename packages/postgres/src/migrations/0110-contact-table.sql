-- Contacts as a table: lists by when they came and by who is responsible, and
-- changes to many of them at once.

-- These wait for writers for as long as they are built: a second for a million contacts.
create index contacts_by_creation on contacts (workspace_id, created_at, id);
create index contacts_by_responsible on contacts (workspace_id, responsible_id, sort_name, id)
  where responsible_id is not null;

-- One change to many contacts, done in batches.
create table contact_changes (
  workspace_id uuid not null constraint contact_changes_workspace references workspaces on delete cascade,
  id uuid not null,
  member_id uuid not null,
  -- PeopleChange of the core; of an undoing the change that is undone.
  change jsonb not null,
  undoes uuid,
  state text not null constraint contact_changes_state check (state in ('running', 'done', 'stopped')),
  total_count integer not null,
  done_count integer not null default 0,
  changed_count integer not null default 0,
  failed_count integer not null default 0,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (workspace_id, id),
  constraint contact_changes_member foreign key (workspace_id, member_id) references members on delete cascade
);

-- Its contacts: what each was before and what it was made; both null until its turn.
create table contact_change_rows (
  workspace_id uuid not null,
  contact_change_id uuid not null,
  contact_id uuid not null,
  done boolean not null default false,
  before jsonb,
  after jsonb,
  primary key (workspace_id, contact_change_id, contact_id),
  constraint contact_change_rows_change foreign key (workspace_id, contact_change_id)
    references contact_changes on delete cascade,
  constraint contact_change_rows_contact foreign key (workspace_id, contact_id) references contacts on delete cascade
);
create index contact_change_rows_to_do on contact_change_rows (workspace_id, contact_change_id, contact_id) where not done;
create index contact_change_rows_by_contact on contact_change_rows (workspace_id, contact_id);
