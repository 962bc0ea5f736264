/** The workspace's teams by name. */
export function useTeamNames(): readonly { readonly id: string; readonly name: string }[] {
  return [];
}
