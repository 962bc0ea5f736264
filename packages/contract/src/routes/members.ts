import { z } from "zod";
import {
  auditEntryJson,
  invitationJson,
  invitationSeenJson,
  invitedJson,
  memberDetailJson,
  roleChoiceJson,
  roleJson,
  teamJson,
} from "../json/team.ts";
import { permissionJson } from "../json/workspace.ts";
import { type Route, byId, done, id, limit } from "../route.ts";

const name = z.string().trim().min(1).max(100);
const token = z.string().min(20).max(100);
const password = z.string().min(8).max(256);

export const MEMBER_ROUTES = {
  listMembers: {
    method: "GET",
    path: "/api/v1/members",
    summary: "Everyone who is or was a member, and what concerns their access",
    answer: z.object({ items: z.array(memberDetailJson) }),
  },
  updateMember: {
    method: "PATCH",
    path: "/api/v1/members/:id",
    summary: "Give a member another role",
    params: byId,
    body: roleChoiceJson,
    answer: done,
  },
  deactivateMember: {
    method: "POST",
    path: "/api/v1/members/:id/deactivate",
    summary:
      "Keep a member out: every session of theirs ends at once, and what is assigned to them is free again",
    params: byId,
    answer: done,
  },
  reactivateMember: {
    method: "POST",
    path: "/api/v1/members/:id/reactivate",
    summary: "Let a member in again who was deactivated",
    params: byId,
    answer: done,
  },
  removeMemberTwoFactor: {
    method: "POST",
    path: "/api/v1/members/:id/remove-two-factor",
    summary: "Take the second factor from a member who has lost it, and end their sessions",
    params: byId,
    answer: done,
  },
  listInvitations: {
    method: "GET",
    path: "/api/v1/invitations",
    summary: "Invitations that nobody has accepted yet",
    answer: z.object({ items: z.array(invitationJson) }),
  },
  inviteMember: {
    method: "POST",
    path: "/api/v1/invitations",
    summary:
      "Invite somebody by e-mail; the answer has the link as well. One that is open for this address is replaced",
    body: z.intersection(z.object({ email: z.email().max(320) }), roleChoiceJson),
    answer: invitedJson,
  },
  revokeInvitation: {
    method: "DELETE",
    path: "/api/v1/invitations/:id",
    summary: "Take an invitation back; its link stops working",
    params: byId,
    answer: done,
  },
  readInvitation: {
    method: "POST",
    path: "/api/v1/invitations/read",
    summary: "What the link of an invitation is about",
    open: true,
    body: z.object({ token }),
    answer: invitationSeenJson,
  },
  acceptInvitation: {
    method: "POST",
    path: "/api/v1/invitations/accept",
    summary: "Become a member: with a new password, or with that of an account that is there",
    open: true,
    body: z.object({ token, name, password }),
    answer: z.object({ done: z.boolean() }),
  },
  listRoles: {
    method: "GET",
    path: "/api/v1/roles",
    summary: "The workspace's own roles",
    answer: z.object({ items: z.array(roleJson) }),
  },
  createRole: {
    method: "POST",
    path: "/api/v1/roles",
    summary: "Make a role of the workspace's own",
    body: z.object({ name, permissions: z.array(permissionJson) }),
    answer: roleJson,
  },
  updateRole: {
    method: "PATCH",
    path: "/api/v1/roles/:id",
    summary: "Rename a role or change what it allows, at once for everyone who holds it",
    params: byId,
    body: z.object({ name, permissions: z.array(permissionJson) }),
    answer: roleJson,
  },
  deleteRole: {
    method: "DELETE",
    path: "/api/v1/roles/:id",
    summary: "Delete a role that nobody holds",
    params: byId,
    answer: done,
  },
  listTeams: {
    method: "GET",
    path: "/api/v1/teams",
    summary: "The teams and who is in them",
    answer: z.object({ items: z.array(teamJson) }),
  },
  createTeam: {
    method: "POST",
    path: "/api/v1/teams",
    summary: "Make a team",
    body: z.object({ name, memberIds: z.array(id).max(1000) }),
    answer: teamJson,
  },
  updateTeam: {
    method: "PATCH",
    path: "/api/v1/teams/:id",
    summary: "Rename a team or say anew who is in it",
    params: byId,
    body: z.object({ name, memberIds: z.array(id).max(1000) }),
    answer: teamJson,
  },
  deleteTeam: {
    method: "DELETE",
    path: "/api/v1/teams/:id",
    summary: "Delete a team; its conversations belong to no team then",
    params: byId,
    answer: done,
  },
  listAudit: {
    method: "GET",
    path: "/api/v1/audit",
    summary: "Who changed what, newest first",
    query: z.object({
      actorId: id.exactOptional(),
      action: z.string().max(100).exactOptional(),
      subjectId: id.exactOptional(),
      since: z.iso.datetime().exactOptional(),
      until: z.iso.datetime().exactOptional(),
      cursor: z.string().exactOptional(),
      limit,
    }),
    answer: z.object({ items: z.array(auditEntryJson), next: z.string().nullable() }),
  },
  listAuditActions: {
    method: "GET",
    path: "/api/v1/audit/actions",
    summary: "Everything that was ever done in this workspace, by its name",
    answer: z.object({ items: z.array(z.string()) }),
  },
} as const satisfies Record<string, Route>;
