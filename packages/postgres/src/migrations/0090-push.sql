-- Notifications that reach a member whose page is closed (Web Push).

-- Where a browser of a member wants to be told, as its push service gave it.
create table push_subscriptions (
  workspace_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  endpoint text not null,
  p256dh text not null,
  auth text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  constraint push_subscriptions_member foreign key (workspace_id, member_id) references members on delete cascade,
  constraint push_subscriptions_once unique (workspace_id, endpoint)
);
create index push_subscriptions_by_member on push_subscriptions (workspace_id, member_id);

-- Up to which event a workspace's browsers have been told.
create table push_cursors (
  workspace_id uuid primary key constraint push_cursors_workspace references workspaces on delete cascade,
  seq bigint not null
);

-- By what push services recognise this installation (VAPID). The private key is sealed.
create table push_keys (
  only_row boolean primary key default true constraint push_keys_single check (only_row),
  public_key text not null,
  private_key bytea not null
);
