import type { Period } from "@galka/core/figures/period";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { unreachable } from "@galka/core/kernel/unreachable";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../database.ts";
import { endOf, startOf } from "./answer-times.ts";
import type { Scope } from "./counts.ts";

export const MEASURES = ["incoming", "outgoing", "sent", "delivered", "read", "failed"] as const;
export type Measure = (typeof MEASURES)[number];

const COUNTED: Readonly<Record<Measure, RawBuilder<unknown>>> = {
  incoming: sql`m.direction = 'in' and m.content ->> 'kind' <> 'notice'`,
  outgoing: sql`m.direction = 'out' and m.content ->> 'kind' <> 'notice'`,
  sent: sql`m.direction = 'out' and m.status in ('accepted', 'sent', 'delivered', 'read', 'played')`,
  delivered: sql`m.direction = 'out' and m.status in ('delivered', 'read', 'played')`,
  read: sql`m.direction = 'out' and m.status in ('read', 'played')`,
  failed: sql`m.direction = 'out' and m.status = 'failed'`,
};

/** The conversations whose messages a count is made of, those with the latest of them first. */
export async function listConversationsBehind(
  tx: Tx,
  workspaceId: WorkspaceId,
  figure: { readonly measure: Measure; readonly scope: Scope; readonly period: Period },
  limit: number,
): Promise<string[]> {
  const { measure, scope, period } = figure;
  const { rows } = await sql<{ id: string }>`
    select m.conversation_id as id
      from messages m join conversations c on c.workspace_id = m.workspace_id and c.id = m.conversation_id
     where m.workspace_id = ${workspaceId} and m.source = 'live' and ${COUNTED[measure]}
       and m.at >= ${startOf(workspaceId, period.from)} and m.at < ${endOf(workspaceId, period.to)}
       ${ofScope(scope)}
     group by m.conversation_id
     order by max(m.at) desc, m.conversation_id
     limit ${limit}`.execute(tx);
  return rows.map(({ id }) => id);
}

function ofScope({ part, partId }: Scope): RawBuilder<unknown> {
  switch (part) {
    case "workspace":
      return sql``;
    case "channel":
      return sql`and m.channel_id = ${partId}`;
    case "member":
      return sql`and m.author_member_id = ${partId}`;
    case "team":
      return sql`and c.team_id = ${partId}`;
    case "label":
      return sql`and exists (select from conversation_labels l where l.workspace_id = c.workspace_id
        and l.conversation_id = c.id and l.label_id = ${partId})`;
    default:
      return unreachable(part);
  }
}
