import type { AuditAction, AuditChange } from "@galka/core/workspaces/audit";
import { createHash, randomBytes } from "node:crypto";
import type { InvitationId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { mayGrant } from "@galka/core/workspaces/grant";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { appendEvents } from "@galka/postgres/stores/events";
import { loadWorkspace } from "@galka/postgres/stores/members";
import {
  type Invitation,
  closeInvitation,
  isMembersEmail,
  listInvitations as listFrom,
  lockInvitation,
  replaceInvitation,
} from "@galka/postgres/stores/team/invitations";
import type { App } from "../../app.ts";
import { invitationLetter } from "../../mail/invitation-letter.ts";
import type { Mail, Posted } from "../../mail/mail.ts";
import { type RoleChoice, findRole, nameOfRole } from "../roles/find-role.ts";

const LIVES_MS = 7 * 24 * 60 * 60 * 1000;

export type Invited = {
  readonly invitation: Invitation;
  readonly link: string;
  readonly mail: Posted;
};

export type InviteRefused = Refused<"forbidden"> | Refused<"not-found"> | Refused<"already-member">;

/** How an invitation gets to whom it is for. */
export type Post = { readonly mail: Mail; readonly publicUrl: string };

export type InviteWish = { readonly email: string; readonly to: RoleChoice };

/**
 * Invites somebody for seven days.
 *
 * The link is told here once, because only its hash is kept: whoever invites
 * can hand it over by another way if no mail arrives. One that is open for the
 * same address stops working.
 */
export async function inviteMember(
  app: App,
  member: Member,
  wish: InviteWish,
  post: Post,
): Promise<Invited | InviteRefused> {
  if (!may(member, "members.manage")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const token = randomBytes(32).toString("base64url");
  const written = await inWorkspace(app.db, workspaceId, (tx) =>
    write(app, tx, member, { ...wish, tokenHash: hashOfToken(token) }),
  );
  if ("refused" in written) return written;
  app.wake.tell("events", workspaceId);

  // Behind a hash, so that no server's log and no proxy on the way ever sees the token.
  const link = `${post.publicUrl}/invitation#${token}`;
  const { invitation, workspace } = written;
  const facts = { to: invitation.email, workspace, invitedBy: member.name, link };
  return { invitation, link, mail: await post.mail.send(invitationLetter(facts)) };
}

type Written = { readonly invitation: Invitation; readonly workspace: string };

async function write(
  app: App,
  tx: Tx,
  member: Member,
  wish: InviteWish & { readonly tokenHash: Uint8Array },
): Promise<Written | InviteRefused> {
  const { workspaceId } = member;
  const email = wish.email.trim().toLowerCase();
  const held = await findRole(tx, workspaceId, wish.to);
  if (!held) return { refused: "not-found" };
  if (!mayGrant(member, held)) return { refused: "forbidden" };
  if (await isMembersEmail(tx, workspaceId, email)) return { refused: "already-member" };

  const now = app.clock.now();
  const invitation = {
    id: app.ids.next<"invitation">(),
    email,
    held,
    invitedBy: member.id,
    createdAt: now,
    expiresAt: new Date(now.getTime() + LIVES_MS),
  };
  await replaceInvitation(tx, workspaceId, { ...invitation, tokenHash: wish.tokenHash }, now);
  const role = await nameOfRole(tx, workspaceId, held);
  await note(app, tx, member, {
    id: invitation.id,
    action: "member-invited",
    after: { email, role },
  });
  return { invitation, workspace: (await loadWorkspace(tx, workspaceId)).name };
}

/** Takes an invitation back. Its link stops working at once. */
export async function revokeInvitation(
  app: App,
  member: Member,
  id: InvitationId,
): Promise<{ readonly done: true } | Refused<"forbidden"> | Refused<"not-found">> {
  if (!may(member, "members.manage")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const revoked = await inWorkspace(app.db, workspaceId, async (tx) => {
    const invitation = await lockInvitation(tx, workspaceId, id);
    if (!invitation) return { refused: "not-found" } as const;
    await closeInvitation(tx, workspaceId, { id, as: "revoked" }, app.clock.now());
    const { email } = invitation;
    await note(app, tx, member, { id, action: "invitation-revoked", before: { email } });
    return { done: true } as const;
  });
  if (!("refused" in revoked)) app.wake.tell("events", workspaceId);
  return revoked;
}

type Note = {
  readonly id: InvitationId;
  readonly action: AuditAction;
  readonly before?: AuditChange;
  readonly after?: AuditChange;
};

async function note(app: App, tx: Tx, member: Member, { id, ...rest }: Note): Promise<void> {
  const now = app.clock.now();
  const entry = { id: app.ids.next(), by: byMember(member), subjectId: id, ...rest };
  await recordAudit(tx, member.workspaceId, now, [entry]);
  await appendEvents(tx, member.workspaceId, now, [
    { kind: "collection-changed", otherId: "members" },
  ]);
}

/** Invitations that are open, and those that are too old and could be sent again. */
export async function listInvitations(
  app: App,
  member: Member,
): Promise<readonly Invitation[] | Refused<"forbidden">> {
  if (!may(member, "members.manage")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, (tx) => listFrom(tx, workspaceId));
}

/** Only the hash is kept: whoever reads the database cannot accept with it. */
export function hashOfToken(token: string): Uint8Array {
  return createHash("sha256").update(token).digest();
}
