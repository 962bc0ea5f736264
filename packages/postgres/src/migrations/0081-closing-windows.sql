-- Whose window shuts next: found without reading the whole inbox. Small, for it
-- leaves out what is closed.
create index conversations_closing on conversations (workspace_id, last_inbound_at) where status <> 'closed';
