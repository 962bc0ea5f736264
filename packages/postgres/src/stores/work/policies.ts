import {
  type DistributionPolicy,
  type PolicyBook,
  USUAL_POLICY,
} from "@galka/core/distribution/policy";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** What a policy is for. */
export type PolicyOwner =
  | { readonly of: "everywhere"; readonly ownerId: null }
  | { readonly of: "team" | "channel"; readonly ownerId: string };

export type OwnedPolicy = { readonly owner: PolicyOwner; readonly policy: DistributionPolicy };

type Row = {
  team_id: string | null;
  channel_id: string | null;
  policy: Partial<DistributionPolicy>;
};

export async function listPolicies(tx: Tx, workspaceId: WorkspaceId): Promise<OwnedPolicy[]> {
  const { rows } = await sql<Row>`
    select team_id, channel_id, policy from distribution_policies
     where workspace_id = ${workspaceId} order by id`.execute(tx);
  return rows.map((row) => ({ owner: ownerOf(row), policy: { ...USUAL_POLICY, ...row.policy } }));
}

/** All policies of the workspace, ready to be asked by `policyOf` of core. */
export async function loadPolicies(tx: Tx, workspaceId: WorkspaceId): Promise<PolicyBook> {
  const all = await listPolicies(tx, workspaceId);
  const by = (of: PolicyOwner["of"]) =>
    new Map(
      all.flatMap(({ owner, policy }): [string, DistributionPolicy][] =>
        owner.of === of && owner.ownerId !== null ? [[owner.ownerId, policy]] : [],
      ),
    );
  return {
    everywhere: all.find(({ owner }) => owner.of === "everywhere")?.policy ?? null,
    ofTeams: by("team"),
    ofChannels: by("channel"),
  };
}

/** Whether there is such a team or number to have a policy. */
export async function hasPolicyOwner(
  tx: Tx,
  workspaceId: WorkspaceId,
  owner: PolicyOwner,
): Promise<boolean> {
  if (owner.of === "everywhere") return true;
  const { rows } = await sql`
    select from ${sql.table(`${owner.of}s`)}
     where workspace_id = ${workspaceId} and id = ${owner.ownerId} for key share`.execute(tx);
  return rows.length > 0;
}

/** Keeps the policy in place of the one before; null takes it away. */
export async function savePolicy(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  { owner, policy }: { readonly owner: PolicyOwner; readonly policy: DistributionPolicy | null },
): Promise<void> {
  const teamId = owner.of === "team" ? owner.ownerId : null;
  const channelId = owner.of === "channel" ? owner.ownerId : null;
  if (policy === null) {
    await sql`
      delete from distribution_policies
       where workspace_id = ${workspaceId} and team_id is not distinct from ${teamId}::uuid
         and channel_id is not distinct from ${channelId}::uuid`.execute(tx);
    return;
  }
  await sql`
    insert into distribution_policies (workspace_id, id, team_id, channel_id, policy)
    values (${workspaceId}, ${id}, ${teamId}, ${channelId}, ${JSON.stringify(policy)})
    on conflict (workspace_id, team_id, channel_id) do update set policy = excluded.policy`.execute(
    tx,
  );
}

function ownerOf({ team_id, channel_id }: Row): PolicyOwner {
  if (team_id !== null) return { of: "team", ownerId: team_id };
  if (channel_id !== null) return { of: "channel", ownerId: channel_id };
  return { of: "everywhere", ownerId: null };
}
