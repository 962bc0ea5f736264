import type { Member } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import {
  type MemberPreferences,
  type WorkspaceView,
  loadPreferences,
  loadWorkspace,
} from "@galka/postgres/stores/members";
import type { App } from "../../app.ts";

export type MemberAtHome = {
  readonly member: Member;
  readonly preferences: MemberPreferences;
  readonly workspace: WorkspaceView;
};

/** Who this is, what they chose, and where they are. */
export function describeMember(app: App, member: Member): Promise<MemberAtHome> {
  return inWorkspace(app.db, member.workspaceId, async (tx) => ({
    member,
    preferences: await loadPreferences(tx, member),
    workspace: await loadWorkspace(tx, member.workspaceId),
  }));
}
