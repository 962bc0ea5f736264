-- Who may do what, and who came in how: a workspace's own roles, invitations,
-- members who have left, the second factor, and when a session was last used.

create table roles (
  workspace_id uuid not null constraint roles_workspace references workspaces on delete cascade,
  id uuid not null,
  name text not null,
  -- Names of the core's PERMISSIONS.
  permissions text[] not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index roles_one_name on roles (workspace_id, lower(name));

alter table members
  add column role_id uuid,
  -- Since when they may not come in any more; their name stays on what they wrote.
  add column deactivated_at timestamptz,
  add constraint members_own_role foreign key (workspace_id, role_id) references roles,
  add constraint members_role_id check ((role = 'custom') = (role_id is not null));

create table invitations (
  workspace_id uuid not null constraint invitations_workspace references workspaces on delete cascade,
  id uuid not null,
  email text not null,
  role text not null constraint invitations_role
    check (role in ('owner', 'administrator', 'supervisor', 'member', 'marketer', 'read-only', 'custom')),
  role_id uuid,
  -- Only the hash is kept: whoever reads the database cannot accept with it.
  token_hash bytea not null,
  invited_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, id),
  constraint invitations_own_role foreign key (workspace_id, role_id) references roles on delete cascade,
  constraint invitations_role_id check ((role = 'custom') = (role_id is not null)),
  constraint invitations_inviter foreign key (workspace_id, invited_by) references members on delete cascade
);
create index invitations_by_token on invitations (token_hash);
-- One open invitation for an address: inviting again replaces the one before.
create unique index invitations_one_open on invitations (workspace_id, email)
  where accepted_at is null and revoked_at is null;

-- The second factor. The shapes are those that better-auth asks of its tables.
alter table auth_users add column two_factor_enabled boolean not null default false;

create table auth_two_factors (
  id uuid primary key,
  user_id uuid not null constraint auth_two_factors_user references auth_users on delete cascade,
  -- Both encrypted by better-auth with the cookies' secret.
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
create index auth_two_factors_by_user on auth_two_factors (user_id);

alter table auth_sessions add column last_seen_at timestamptz not null default now();

-- The audit page filters by who and by what. Plain indexes: the table came with
-- the migration before this one and is small where this one runs.
create index audit_entries_by_actor on audit_entries (workspace_id, actor_id, at desc, id desc)
  where actor_id is not null;
create index audit_entries_by_action on audit_entries (workspace_id, action, at desc, id desc);
