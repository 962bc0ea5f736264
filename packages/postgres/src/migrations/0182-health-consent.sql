-- Who said lately that they want no more: found without reading the whole
-- ledger. Few records are withdrawals, so an existing installation waits for
-- one reading of the table.
create index consent_records_withdrawn on consent_records (workspace_id, recorded_at) where decision = 'withdrawn';
