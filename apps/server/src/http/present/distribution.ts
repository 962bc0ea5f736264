import type { DeskJson, OwnedPolicyJson, WorkCountsJson } from "@galka/contract/json/distribution";
import type { WorkCounts } from "@galka/postgres/stores/work/work-counts";
import type { OwnedPolicy } from "@galka/postgres/stores/work/policies";
import type { DeskAtWork } from "../../operations/work/distribution.ts";

export function presentPolicy({ owner, policy }: OwnedPolicy): OwnedPolicyJson {
  return {
    of: owner.of,
    ownerId: owner.ownerId,
    policy: { ...policy, skills: [...policy.skills] },
  };
}

export function presentDesk(desk: DeskAtWork): DeskJson {
  return {
    memberId: desk.memberId,
    name: desk.name,
    teamIds: [...desk.teamIds],
    availability: desk.availability,
    presence: desk.presence,
    load: desk.load,
    capacity: desk.capacity,
    skills: [...desk.skills],
    languages: [...desk.languages],
    labelIds: [...desk.labelIds],
  };
}

export function presentWorkCounts(counts: WorkCounts): WorkCountsJson {
  return { ...counts, oldestWaitingSince: counts.oldestWaitingSince?.toISOString() ?? null };
}
