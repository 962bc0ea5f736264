import type { WorkspaceId } from "@galka/core/kernel/ids";
import { type RawBuilder, sql } from "kysely";

/**
 * The accounts of the workspace that are in one business portfolio with this one,
 * as a subquery of one column; the account alone while nothing is known of it.
 */
export function portfolioAccounts(
  workspaceId: WorkspaceId,
  wabaId: RawBuilder<string>,
): RawBuilder<string> {
  return sql<string>`
    (select ${wabaId} as waba_id
      union
     select other.waba_id
       from price_accounts own
       join price_accounts other on other.workspace_id = ${workspaceId}
            and other.account ->> 'portfolioId' = own.account ->> 'portfolioId'
      where own.workspace_id = ${workspaceId} and own.waba_id = ${wabaId})`;
}
