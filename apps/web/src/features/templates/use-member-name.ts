import { useWorkspace } from "../../sync/SyncProvider.tsx";

/** The name of a member; null for nobody, and for who is no member any more. */
export function useMemberName(id: string | null): string | null {
  return (
    useWorkspace((state) => (id === null ? null : (state.members.get(id)?.name ?? null))) ?? null
  );
}
