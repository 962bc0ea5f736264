-- How many rows of an import were not taken, by why: a page asks each second, and there may be a million.
alter table contact_imports add column reasons jsonb not null default '{}';
update contact_imports i set reasons = p.reasons
  from (select workspace_id, import_id, jsonb_object_agg(reason, count) as reasons
          from (select workspace_id, import_id, reason, count(*) as count
                  from contact_import_problems group by 1, 2, 3) r
         group by 1, 2) p
 where i.workspace_id = p.workspace_id and i.id = p.import_id;
