-- In which conversations a campaign was answered: the inbox asks for them as it does for labels.
create table campaign_answers (
  workspace_id uuid not null,
  conversation_id uuid not null,
  campaign_id uuid not null,
  primary key (workspace_id, conversation_id, campaign_id),
  constraint campaign_answers_conversation foreign key (workspace_id, conversation_id)
    references conversations on delete cascade,
  constraint campaign_answers_campaign foreign key (workspace_id, campaign_id) references campaigns on delete cascade
);
create index campaign_answers_by_campaign on campaign_answers (workspace_id, campaign_id, conversation_id);

insert into campaign_answers (workspace_id, conversation_id, campaign_id)
select distinct r.workspace_id, m.conversation_id, r.campaign_id
  from campaign_recipients r
  join messages m on m.workspace_id = r.workspace_id and m.id = r.id
 where r.answered_at is not null;
