import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import type { Tx } from "@galka/postgres/database";
import { listMembers } from "@galka/postgres/stores/members";

/** Somebody else has it: who. */
export type Taken = Refused<
  "taken",
  { readonly memberId: string | null; readonly name: string | null }
>;

export async function takenBy(
  tx: Tx,
  workspaceId: WorkspaceId,
  memberId: string | null,
): Promise<Taken> {
  const members = memberId === null ? [] : await listMembers(tx, workspaceId);
  const name = members.find(({ id }) => id === memberId)?.name ?? null;
  return { refused: "taken", memberId, name };
}
