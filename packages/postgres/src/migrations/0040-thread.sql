-- What a team keeps inside a conversation: notes and who is mentioned in them,
-- pins, drafts, messages that wait for their time, blocks, and the lines that
-- tell what was done.

-- A note stands among the messages and never leaves the house. The second check
-- is the last guard of that: whoever would begin to send one has to write a
-- status first, and cannot. Not valid, so that no row is read for it now: there
-- are no notes yet.
alter table messages drop constraint messages_direction;
alter table messages
  add constraint messages_direction check (direction in ('in', 'out', 'note')) not valid,
  add constraint messages_note_stays check (
    direction <> 'note' or (wamid is null and status = 'received' and content ->> 'kind' = 'note')) not valid;

create table mentions (
  workspace_id uuid not null,
  member_id uuid not null,
  message_id uuid not null,
  conversation_id uuid not null,
  at timestamptz not null,
  read_at timestamptz,
  primary key (workspace_id, member_id, message_id),
  constraint mentions_member foreign key (workspace_id, member_id) references members on delete cascade,
  constraint mentions_message foreign key (workspace_id, message_id) references messages on delete cascade
);
create index mentions_by_time on mentions (workspace_id, member_id, at desc, message_id desc);
create index mentions_by_message on mentions (workspace_id, message_id);
create index mentions_unread on mentions (workspace_id, member_id) where read_at is null;

create table message_pins (
  workspace_id uuid not null,
  message_id uuid not null,
  conversation_id uuid not null,
  member_id uuid,
  at timestamptz not null,
  primary key (workspace_id, message_id),
  constraint message_pins_message foreign key (workspace_id, message_id) references messages on delete cascade
);
create index message_pins_by_conversation on message_pins (workspace_id, conversation_id, at desc);

-- What a member has written and not sent, so that it is there on their other device.
create table drafts (
  workspace_id uuid not null,
  member_id uuid not null,
  conversation_id uuid not null,
  text text not null,
  updated_at timestamptz not null,
  primary key (workspace_id, member_id, conversation_id),
  constraint drafts_member foreign key (workspace_id, member_id) references members on delete cascade,
  constraint drafts_conversation foreign key (workspace_id, conversation_id) references conversations on delete cascade
);
create index drafts_by_conversation on drafts (workspace_id, conversation_id);

create table scheduled_messages (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  author_member_id uuid not null,
  -- Becomes the message's own, so that what was asked for once is sent once.
  client_id uuid not null,
  -- What to send with the ids of what it refers to, as the API took it.
  draft jsonb not null,
  reply_to_id uuid,
  send_at timestamptz not null,
  state text not null constraint scheduled_messages_state check (state in ('waiting', 'sent', 'failed', 'cancelled')),
  -- Why it was not sent: the refusal and what belongs to it.
  refusal jsonb,
  message_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  constraint scheduled_messages_conversation foreign key (workspace_id, conversation_id)
    references conversations on delete cascade,
  constraint scheduled_messages_client_id unique (workspace_id, client_id)
);
create index scheduled_messages_open on scheduled_messages (workspace_id, conversation_id)
  where state in ('waiting', 'failed');
create index scheduled_messages_due on scheduled_messages (send_at) where state = 'waiting';

-- Whom a number does not hear any more.
create table contact_blocks (
  workspace_id uuid not null,
  channel_id uuid not null,
  contact_id uuid not null,
  member_id uuid,
  at timestamptz not null,
  primary key (workspace_id, channel_id, contact_id),
  constraint contact_blocks_channel foreign key (workspace_id, channel_id) references channels on delete cascade,
  constraint contact_blocks_contact foreign key (workspace_id, contact_id) references contacts on delete cascade
);
create index contact_blocks_by_contact on contact_blocks (workspace_id, contact_id);

-- Whether the contact is shown that somebody writes to them.
alter table workspaces add column shows_typing boolean not null default true;

-- An entry that belongs into a thread is told like everything else. Deferred to
-- the commit, so that the workspace's row, which orders all commits, is not
-- locked before what the transaction still has to lock.
create function tell_activity() returns trigger language plpgsql as $$
declare
  next_seq bigint;
begin
  update workspaces set last_seq = last_seq + 1 where id = new.workspace_id returning last_seq into next_seq;
  insert into events (workspace_id, seq, kind, conversation_id, other_id, at)
  values (new.workspace_id, next_seq, 'activity-added', new.conversation_id, new.id::text, new.at);
  return null;
end $$;
create constraint trigger audit_entries_tell
  after insert on audit_entries deferrable initially deferred
  for each row when (new.conversation_id is not null) execute function tell_activity();
