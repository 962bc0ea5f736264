import { idOf } from "@galka/core/kernel/ids";
import { acceptInvitation, readInvitation } from "../../../operations/members/accept-invitation.ts";
import { changeMemberRole } from "../../../operations/members/change-member-role.ts";
import {
  deactivateMember,
  reactivateMember,
  removeTwoFactorOf,
} from "../../../operations/members/deactivate-member.ts";
import {
  inviteMember,
  listInvitations,
  revokeInvitation,
} from "../../../operations/members/invite-member.ts";
import { listTeamMembers } from "../../../operations/members/list-members.ts";
import { handle } from "../../handle.ts";
import { RefusedRequest } from "../../refusals.ts";
import { presentInvitation, presentMemberDetail, roleChoiceOf } from "../../present/team.ts";
import { webHeaders } from "../../session.ts";

export const memberRoutes = {
  listMembers: handle("listMembers", async ({ app, member }) => {
    const members = await listTeamMembers(app, member);
    return "refused" in members ? members : { items: members.map(presentMemberDetail) };
  }),
  updateMember: handle("updateMember", ({ app, member, params, body }) =>
    changeMemberRole(app, member, { id: idOf(params.id), to: roleChoiceOf(body) }),
  ),
  deactivateMember: handle("deactivateMember", ({ app, member, params }) =>
    deactivateMember(app, member, idOf(params.id)),
  ),
  reactivateMember: handle("reactivateMember", ({ app, member, params }) =>
    reactivateMember(app, member, idOf(params.id)),
  ),
  removeMemberTwoFactor: handle("removeMemberTwoFactor", ({ app, member, params }) =>
    removeTwoFactorOf(app, member, idOf(params.id)),
  ),

  listInvitations: handle("listInvitations", async ({ app, member }) => {
    const open = await listInvitations(app, member);
    if ("refused" in open) return open;
    return { items: open.map((it) => presentInvitation(it, app.clock.now())) };
  }),
  inviteMember: handle("inviteMember", async ({ app, desk, member, body }) => {
    const post = { mail: desk.mail, publicUrl: desk.settings.publicUrl };
    const wish = { email: body.email, to: roleChoiceOf(body) };
    const invited = await inviteMember(app, member, wish, post);
    if ("refused" in invited) return invited;
    const { invitation, link, mail } = invited;
    return { invitation: presentInvitation(invitation, app.clock.now()), link, mail };
  }),
  revokeInvitation: handle("revokeInvitation", ({ app, member, params }) =>
    revokeInvitation(app, member, idOf(params.id)),
  ),
  readInvitation: handle("readInvitation", ({ app, body }) => readInvitation(app, body.token)),
  acceptInvitation: handle("acceptInvitation", async ({ app, desk, body, request, reply }) => {
    // Whoever has the link of an account that is there could try passwords on it.
    const wait = desk.attempts.waitSeconds(body.token, request.ip);
    if (wait !== null) throw new RefusedRequest("too-many-requests", { afterSeconds: wait });
    const accepted = await acceptInvitation(app, body, desk.signIn);
    if ("refused" in accepted) {
      desk.attempts.failed(body.token, request.ip);
      return accepted;
    }
    const headers = webHeaders(request);
    const entered = await desk.signIn.withPassword(accepted.email, body.password, headers);
    if (entered) reply.header("set-cookie", [...entered.cookies]);
    return { done: entered !== null && !entered.asksSecondFactor };
  }),
};
