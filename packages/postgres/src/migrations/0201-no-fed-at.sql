-- When a campaign was fed last says nothing of the time that a restored database
-- has lost: it may have been fed again before that is noticed.
alter table campaigns drop column fed_at;
