import type { TeamJson } from "@galka/contract/json/team";
import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../sync/SyncProvider.tsx";
import { teamsQuery } from "../team/team-queries.ts";

/** The workspace's teams and who is in them; none until they are here. */
export function useTeamNames(): readonly TeamJson[] {
  return useQuery(teamsQuery(useApi())).data ?? NONE;
}

const NONE: readonly TeamJson[] = [];
