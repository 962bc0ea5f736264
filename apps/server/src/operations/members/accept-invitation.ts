import type { InvitationId, WorkspaceId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { recordAudit } from "@galka/postgres/stores/audit";
import { appendEvents } from "@galka/postgres/stores/events";
import {
  findMemberOfUser,
  insertMember,
  listMembers,
  loadWorkspace,
} from "@galka/postgres/stores/members";
import { findUserIdByEmail } from "@galka/postgres/stores/sign-in";
import {
  type Invitation,
  closeInvitation,
  findInvitationPlace,
  isMembersEmail,
  lockInvitation,
} from "@galka/postgres/stores/team/invitations";
import type { App } from "../../app.ts";
import type { SignIn } from "../../sign-in/sign-in.ts";
import { hashOfToken } from "./invite-member.ts";

/** What somebody sees who opens the link. */
export type InvitationSeen = {
  readonly workspace: string;
  readonly email: string;
  readonly invitedBy: string;
  readonly hasAccount: boolean;
};

type Place = { readonly workspaceId: WorkspaceId; readonly id: InvitationId };

/** Says what an invitation is about. Looking changes nothing: previews and scanners open links too. */
export async function readInvitation(
  app: App,
  token: string,
): Promise<InvitationSeen | Refused<"invitation-invalid">> {
  const place = await findInvitationPlace(app.db, hashOfToken(token));
  if (!place) return { refused: "invitation-invalid" };
  const { workspaceId } = place;
  const seen = await inWorkspace(app.db, workspaceId, async (tx) => {
    const invitation = await findOpen(app, tx, place);
    if (!invitation) return null;
    const inviter = (await listMembers(tx, workspaceId)).find(
      ({ id }) => id === invitation.invitedBy,
    );
    const { name } = await loadWorkspace(tx, workspaceId);
    return { workspace: name, email: invitation.email, invitedBy: inviter?.name ?? "" };
  });
  if (!seen) return { refused: "invitation-invalid" };
  return { ...seen, hasAccount: (await findUserIdByEmail(app.db, seen.email)) !== null };
}

export type AcceptWish = {
  readonly token: string;
  readonly name: string;
  readonly password: string;
};

export type AcceptRefused =
  | Refused<"invitation-invalid">
  | Refused<"wrong-password">
  | Refused<"member-elsewhere">
  | Refused<"already-member">;

/**
 * Makes a member of whoever was invited, and answers the address that can sign in from now on.
 *
 * An account that is there keeps its password and proves itself with it, so that
 * an invitation cannot take over somebody's account. Of two who accept with the
 * same link at once, one does.
 */
export async function acceptInvitation(
  app: App,
  { token, name, password }: AcceptWish,
  signIn: SignIn,
): Promise<{ readonly email: string } | AcceptRefused> {
  const place = await findInvitationPlace(app.db, hashOfToken(token));
  const { workspaceId } = place ?? {};
  if (!place || !workspaceId) return { refused: "invitation-invalid" };
  const open = await inWorkspace(app.db, workspaceId, (tx) => findOpen(app, tx, place));
  if (!open) return { refused: "invitation-invalid" };

  const account = await accountFor(app, open.email, { name, password }, signIn);
  if ("refused" in account) return account;
  const joined = await inWorkspace(app.db, workspaceId, async (tx) => {
    const invitation = await findOpen(app, tx, place);
    if (!invitation) return { refused: "invitation-invalid" } as const;
    if (await isMembersEmail(tx, workspaceId, open.email)) {
      return { refused: "already-member" } as const;
    }
    await join(app, tx, workspaceId, { invitation, name, userId: account.userId });
    return { email: open.email };
  });
  if (!("refused" in joined)) app.wake.tell("events", workspaceId);
  return joined;
}

async function accountFor(
  app: App,
  email: string,
  { name, password }: { readonly name: string; readonly password: string },
  signIn: SignIn,
): Promise<{ readonly userId: string } | AcceptRefused> {
  const known = await findUserIdByEmail(app.db, email);
  if (known === null) return { userId: await signIn.ensureAccount({ email, name, password }) };
  if (!(await signIn.isPassword(known, password))) return { refused: "wrong-password" };
  if (await findMemberOfUser(app.db, known)) return { refused: "member-elsewhere" };
  return { userId: known };
}

/** The invitation, locked, if it can still be accepted. */
async function findOpen(app: App, tx: Tx, { workspaceId, id }: Place): Promise<Invitation | null> {
  const invitation = await lockInvitation(tx, workspaceId, id);
  return invitation && invitation.expiresAt > app.clock.now() ? invitation : null;
}

type Joining = {
  readonly invitation: Invitation;
  readonly name: string;
  readonly userId: string;
};

async function join(
  app: App,
  tx: Tx,
  workspaceId: WorkspaceId,
  { invitation, name, userId }: Joining,
): Promise<void> {
  const now = app.clock.now();
  const id = app.ids.next<"member">();
  await insertMember(tx, { workspaceId, id, userId, name, ...invitation.held }, now);
  await closeInvitation(tx, workspaceId, { id: invitation.id, as: "accepted" }, now);
  await recordAudit(tx, workspaceId, now, [
    {
      id: app.ids.next(),
      by: { actor: "member", actorId: id },
      action: "member-joined",
      subjectId: id,
      after: { name, email: invitation.email, role: invitation.held.role },
    },
  ]);
  await appendEvents(tx, workspaceId, now, [
    { kind: "member-changed", otherId: id },
    { kind: "collection-changed", otherId: "members" },
  ]);
}
