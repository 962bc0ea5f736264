-- A message is changed four or five times within its first seconds, as what became of it is
-- told. With room left in its page, a change is written beside it and touches none of the
-- indexes. Holds for pages that are filled from now on.
alter table messages set (fillfactor = 80);
