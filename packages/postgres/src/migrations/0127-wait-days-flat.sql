-- Of each day the buckets and their counts stand in one flat list; what is
-- forgotten here is counted again when it is asked for.
delete from figure_wait_days;
