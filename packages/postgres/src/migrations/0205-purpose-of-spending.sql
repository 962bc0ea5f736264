-- A budget is for what is sent, and a tariff by initiator charges all of it as
-- one of two other things: the sums of days have the purpose beside the charged
-- category. What stood there is told apart by the bookings that it follows from.

-- Every workspace is changed, also where the owner of the tables is no superuser; the policies are stated anew afterwards.
alter table bookings no force row level security;
alter table spending_days no force row level security;

alter table spending_days add column purpose text;
update spending_days set purpose = budget_purpose(category);
alter table spending_days
  alter column purpose set not null,
  add constraint spending_days_purpose check (purpose in ('service', 'authentication', 'utility', 'marketing')),
  drop constraint spending_days_pkey,
  add primary key (workspace_id, day, channel_id, category, country, currency, purpose);

create temporary table moved on commit drop as
select workspace_id, day, channel_id, charged_as, country, currency, budget_purpose(category) as purpose,
       count(*) as message_count, count(*) filter (where amount_micros > 0) as charged_count,
       sum(amount_micros) as amount_micros
  from bookings
 where budget_purpose(category) <> budget_purpose(charged_as)
 group by 1, 2, 3, 4, 5, 6, 7;

update spending_days s
   set message_count = s.message_count - m.message_count,
       charged_count = s.charged_count - m.charged_count,
       amount_micros = s.amount_micros - m.amount_micros
  from (select workspace_id, day, channel_id, charged_as, country, currency, sum(message_count) as message_count,
               sum(charged_count) as charged_count, sum(amount_micros) as amount_micros
          from moved group by 1, 2, 3, 4, 5, 6) m
 where s.workspace_id = m.workspace_id and s.day = m.day and s.channel_id = m.channel_id
   and s.category = m.charged_as and s.country = m.country and s.currency = m.currency;

insert into spending_days (workspace_id, day, channel_id, category, country, currency, purpose,
                           message_count, charged_count, amount_micros)
select workspace_id, day, channel_id, charged_as, country, currency, purpose,
       message_count, charged_count, amount_micros
  from moved;

drop function budget_purpose(text);
