-- Numbers and user names by any part of them. Contacts change seldom, and a million
-- of them are indexed within seconds, for which only who writes contacts waits.
create index contact_identities_by_part on contact_identities using gin (workspace_id, value gin_trgm_ops)
  where kind <> 'bsuid';
