-- A team at work: who a conversation belongs to, what state the work on it is
-- in, how it is labelled, and who changed what.

alter table members drop constraint members_role;
alter table members add constraint members_role
  check (role in ('owner', 'administrator', 'supervisor', 'member', 'marketer', 'read-only', 'custom'));

create table teams (
  workspace_id uuid not null constraint teams_workspace references workspaces on delete cascade,
  id uuid not null,
  name text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index teams_one_name on teams (workspace_id, lower(name));

create table team_members (
  workspace_id uuid not null,
  team_id uuid not null,
  member_id uuid not null,
  primary key (workspace_id, team_id, member_id),
  constraint team_members_team foreign key (workspace_id, team_id) references teams on delete cascade,
  constraint team_members_member foreign key (workspace_id, member_id) references members on delete cascade
);
create index team_members_by_member on team_members (workspace_id, member_id);

create table labels (
  workspace_id uuid not null constraint labels_workspace references workspaces on delete cascade,
  id uuid not null,
  name text not null,
  -- One of the eight of the interface, told apart by colour and by shape.
  color text not null,
  shape text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index labels_one_name on labels (workspace_id, lower(name));

-- Columns with constant defaults: added without rewriting the table.
alter table conversations drop constraint conversations_status;
alter table conversations add constraint conversations_status
  check (status in ('open', 'pending', 'snoozed', 'closed')) not valid;
alter table conversations
  add column assignee_id uuid,
  add column team_id uuid,
  add column priority text not null default 'normal'
    constraint conversations_priority check (priority in ('urgent', 'high', 'normal', 'low')),
  -- When a snoozed one comes back; null while snoozed means with the contact's next message.
  add column snoozed_until timestamptz,
  -- Since when the contact waits for an answer of a person; null when nobody waits.
  add column waiting_since timestamptz,
  add column assigned_at timestamptz,
  add column status_at timestamptz,
  add constraint conversations_assignee foreign key (workspace_id, assignee_id)
    references members on delete set null (assignee_id),
  add constraint conversations_team foreign key (workspace_id, team_id)
    references teams on delete set null (team_id);
create index conversations_by_assignee on conversations (workspace_id, assignee_id, last_message_at desc, id desc)
  where status <> 'closed';
create index conversations_waiting on conversations (workspace_id, waiting_since) where waiting_since is not null;
create index conversations_snoozed on conversations (workspace_id, snoozed_until)
  where status = 'snoozed' and snoozed_until is not null;

create table conversation_labels (
  workspace_id uuid not null,
  conversation_id uuid not null,
  label_id uuid not null,
  primary key (workspace_id, conversation_id, label_id),
  constraint conversation_labels_conversation foreign key (workspace_id, conversation_id)
    references conversations on delete cascade,
  constraint conversation_labels_label foreign key (workspace_id, label_id) references labels on delete cascade
);
create index conversation_labels_by_label on conversation_labels (workspace_id, label_id, conversation_id);

-- Every change: who, when, what it was before and after. Never updated.
create table audit_entries (
  workspace_id uuid not null constraint audit_entries_workspace references workspaces on delete cascade,
  id uuid not null,
  at timestamptz not null,
  actor text not null constraint audit_entries_actor check (actor in ('member', 'rule', 'system', 'contact')),
  -- The member or the rule; null for the system.
  actor_id uuid,
  -- What was done, as a verb on a noun: 'conversation-assigned'. The page has words for each.
  action text not null,
  subject_id uuid,
  -- Those that belong into a thread are found by it.
  conversation_id uuid,
  before jsonb,
  after jsonb,
  primary key (workspace_id, id)
);
create index audit_entries_by_time on audit_entries (workspace_id, at desc, id desc);
create index audit_entries_by_conversation on audit_entries (workspace_id, conversation_id, at desc)
  where conversation_id is not null;
create index audit_entries_by_subject on audit_entries (workspace_id, subject_id, at desc)
  where subject_id is not null;
