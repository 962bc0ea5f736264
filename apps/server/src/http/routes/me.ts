import type { MeJson, PreferencesJson } from "@galka/contract/json/workspace";
import { permissionsOf } from "@galka/core/workspaces/member";
import { type MemberAtHome, describeMember } from "../../operations/members/describe-member.ts";
import { changeOwnProfile } from "../../operations/members/change-own-profile.ts";
import type { Desk } from "../desk.ts";
import { handle } from "../handle.ts";
import { presentMember } from "../present/channel.ts";

export const meRoutes = {
  getMe: handle("getMe", async ({ app, desk, member }) =>
    presentMe(desk, await describeMember(app, member)),
  ),

  updateMe: handle("updateMe", async ({ app, desk, member, body }) =>
    presentMe(desk, await changeOwnProfile(app, member, withoutGaps(body))),
  ),
};

function withoutGaps({ name, preferences }: { name?: string; preferences?: PreferencesJson }) {
  return { ...(name ? { name } : {}), ...(preferences ? { preferences } : {}) };
}

function presentMe(desk: Desk, { member, preferences, workspace }: MemberAtHome): MeJson {
  return {
    member: presentMember({ ...member, deactivatedAt: null }),
    permissions: [...permissionsOf(member)],
    preferences,
    workspace,
    now: desk.app.clock.now().toISOString(),
    version: desk.settings.version,
    phonesUrl: workspace.isDemo ? desk.settings.phonesUrl : null,
  };
}
