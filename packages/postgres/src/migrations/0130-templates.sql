-- Templates made here: what Meta says of them beside their words, their drafts, and every state that they had.

alter table templates
  add column ttl_seconds integer,
  -- Meta has said that it will count the template as another category.
  add column next_category text,
  add column next_category_at timestamptz,
  add column previous_category text,
  add column category_changed_at timestamptz,
  -- A member has seen the change of the category, or its notice.
  add column category_seen_at timestamptz,
  -- Put away by the team: it is offered to nobody. Meta does not know of this.
  add column hidden_at timestamptz,
  -- The files of ours that Meta's reviewer looked at, by place: "header", "card 0".
  add column samples jsonb not null default '{}';

-- What is written here and was not submitted yet.
create table template_drafts (
  workspace_id uuid not null,
  id uuid not null,
  channel_id uuid not null,
  -- Of which template it is an edit; null for a template that there is not yet.
  template_id text,
  -- TemplateText of the core.
  text jsonb not null,
  -- What Meta said when it was submitted and refused.
  refusal jsonb,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  updated_by_id uuid,
  primary key (workspace_id, id),
  constraint template_drafts_channel foreign key (workspace_id, channel_id) references channels on delete cascade
);

-- Every state that a template had, from the first that was seen here. It outlives the template.
create table template_versions (
  workspace_id uuid not null,
  channel_id uuid not null,
  template_id text not null,
  number integer not null,
  name text not null,
  language text not null,
  at timestamptz not null,
  cause text not null constraint template_versions_cause check (cause in
    ('seen', 'submitted', 'edited', 'told', 'refused', 'deleted', 'gone')),
  -- Who did it here; null for what Meta or somebody elsewhere did.
  member_id uuid,
  changed text[] not null,
  -- Whether Meta counts it as an edit of an approved template.
  is_counted_edit boolean not null,
  -- TemplateState of the core.
  state jsonb not null,
  primary key (workspace_id, channel_id, template_id, number),
  constraint template_versions_channel foreign key (workspace_id, channel_id) references channels on delete cascade
);
create index template_versions_by_name on template_versions (workspace_id, channel_id, name, language, at desc);

-- How often a template was sent and tapped. Waits for writers for as long as it is
-- built, seconds for a million messages; only messages of templates are in them.
create index messages_of_templates on messages
  (workspace_id, channel_id, (content->>'name'), (content->>'language'), at)
  where content->>'kind' = 'template';
create index messages_of_taps on messages (workspace_id, at)
  where content->>'kind' = 'choice' and content->>'from' = 'template-button';
