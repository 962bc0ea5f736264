import type { MemberId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { mayGrant } from "@galka/core/workspaces/grant";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { appendEvents } from "@galka/postgres/stores/events";
import {
  freeConversations,
  loadUserId,
  lockMember,
  setDeactivated,
} from "@galka/postgres/stores/team/membership";
import { deleteTwoFactor, endSessions } from "@galka/postgres/stores/team/sessions";
import type { App } from "../../app.ts";
import { distributeWaiting } from "../work/distribute-waiting.ts";

type Done = { readonly done: true };
export type AccessRefused = Refused<"forbidden"> | Refused<"not-found"> | Refused<"last-owner">;

/** What is done to a member's access. */
type Deed = "deactivated" | "reactivated" | "two-factor-removed";

/**
 * Keeps a member out, at once: their sessions end, also on open sockets, and
 * what is assigned to them and not closed is nobody's again. Their name stays on
 * what they wrote, and they can be let in again.
 */
export function deactivateMember(app: App, member: Member, id: MemberId) {
  return changeAccess(app, member, { id, deed: "deactivated" });
}

export function reactivateMember(app: App, member: Member, id: MemberId) {
  return changeAccess(app, member, { id, deed: "reactivated" });
}

/** For somebody who has lost their second factor and its backup codes: the password alone lets them in again. */
export function removeTwoFactorOf(app: App, member: Member, id: MemberId) {
  return changeAccess(app, member, { id, deed: "two-factor-removed" });
}

type Ended = { readonly sessions: readonly string[] };

type Wish = { readonly id: MemberId; readonly deed: Deed };

async function changeAccess(app: App, member: Member, wish: Wish): Promise<Done | AccessRefused> {
  if (!may(member, "members.manage")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const changed = await inWorkspace(
    app.db,
    workspaceId,
    async (tx): Promise<Ended | AccessRefused> => {
      const found = await lockMember(tx, workspaceId, wish.id);
      if (!found) return { refused: "not-found" };
      if (!mayGrant(member, found.member)) return { refused: "forbidden" };
      if (wish.deed === "deactivated") {
        const isLast = found.member.role === "owner" && found.otherOwners === 0;
        if (isLast) return { refused: "last-owner" };
      }
      return { sessions: await carryOut(app, tx, member, wish) };
    },
  );
  if ("refused" in changed) return changed;
  for (const session of changed.sessions) app.wake.tell("sessions", session);
  app.wake.tell("events", workspaceId);
  return { done: true };
}

/** Answers the sessions that have ended. */
async function carryOut(app: App, tx: Tx, member: Member, { id, deed }: Wish): Promise<string[]> {
  const { workspaceId } = member;
  const now = app.clock.now();
  const userId = await loadUserId(tx, workspaceId, id);
  const freed = deed === "deactivated" ? await freeConversations(tx, workspaceId, id) : [];
  if (deed === "two-factor-removed") await deleteTwoFactor(tx, userId);
  else await setDeactivated(tx, workspaceId, id, deed === "deactivated" ? now : null);
  const sessions = deed === "reactivated" ? [] : await endSessions(tx, userId, "all");
  const by = byMember(member);
  await recordAudit(tx, workspaceId, now, [
    {
      id: app.ids.next(),
      by,
      action: `member-${deed}`,
      subjectId: id,
      ...(deed === "deactivated" ? { after: { freedConversations: freed.length } } : {}),
    },
    ...freed.map((conversationId) => ({
      id: app.ids.next(),
      by,
      action: "conversation-assigned" as const,
      subjectId: conversationId,
      conversationId,
      before: { assigneeId: id },
      after: { assigneeId: null },
    })),
  ]);
  const given = await distributeWaiting({ app, tx, workspaceId, now });
  await appendEvents(tx, workspaceId, now, [
    ...freed.map((conversationId) => ({ kind: "conversation-changed", conversationId }) as const),
    ...given.filter(({ conversationId }) => !freed.some((it) => it === conversationId)),
    { kind: "member-changed", otherId: id },
    { kind: "collection-changed", otherId: "members" },
  ]);
  return sessions;
}
