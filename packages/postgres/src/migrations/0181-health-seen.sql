-- Whom the figures of a number's health are about: the last few of each kind,
-- to be looked at by whoever wonders.
create table health_seen (
  workspace_id uuid not null,
  channel_id uuid not null,
  what text not null,
  conversation_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, channel_id, what, conversation_id),
  constraint health_seen_conversation foreign key (workspace_id, conversation_id) references conversations on delete cascade
);
create index health_seen_by_conversation on health_seen (workspace_id, conversation_id);

-- The templates as they were at the last look, and what of each changed last:
-- whatever way a change comes in, it is noticed once.
create table health_templates (
  workspace_id uuid not null,
  channel_id uuid not null,
  template_id text not null,
  status text not null,
  category text not null,
  quality text not null,
  changed_at timestamptz,
  changed_what text,
  changed_before text,
  primary key (workspace_id, channel_id, template_id),
  constraint health_templates_channel foreign key (workspace_id, channel_id) references channels on delete cascade
);
