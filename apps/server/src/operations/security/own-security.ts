import type { Refused } from "@galka/core/kernel/refused";
import type { AuditAction, AuditChange } from "@galka/core/workspaces/audit";
import type { Member } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { loadUserId } from "@galka/postgres/stores/team/membership";
import {
  type Ending,
  type SessionView,
  endSessions,
  hasTwoFactor,
  listSessions,
} from "@galka/postgres/stores/team/sessions";
import type { App } from "../../app.ts";
import type { SignIn } from "../../sign-in/sign-in.ts";

export type Security = {
  readonly hasPassword: boolean;
  readonly hasTwoFactor: boolean;
  readonly sessions: readonly SessionView[];
};

/** How a member's own access stands: password, second factor, and where they are signed in. */
export async function readSecurity(
  app: App,
  member: Member,
  signIn: Pick<SignIn, "hasPassword">,
): Promise<Security> {
  const userId = await userIdOf(app, member);
  return {
    hasPassword: await signIn.hasPassword(userId),
    hasTwoFactor: await hasTwoFactor(app.db, userId),
    sessions: await listSessions(app.db, userId),
  };
}

/** Ends sessions of one's own, at once also on open sockets. A session of somebody else is not found. */
export async function endOwnSessions(
  app: App,
  member: Member,
  which: Ending,
): Promise<{ readonly done: true } | Refused<"not-found">> {
  const ended = await endSessions(app.db, await userIdOf(app, member), which);
  if (which !== "all" && "only" in which && ended.length === 0) return { refused: "not-found" };
  for (const session of ended) app.wake.tell("sessions", session);
  if (ended.length > 0) {
    await noteSecurity(app, member, "sessions-ended", { sessions: ended.length });
  }
  return { done: true };
}

export type PasswordWish = {
  /** Null from somebody who says that they have none yet. */
  readonly current: string | null;
  readonly password: string;
  /** The session that goes on. */
  readonly sessionId: string;
};

/** Sets or changes one's password. Whoever is signed in elsewhere has to use the new one. */
export async function setOwnPassword(
  app: App,
  member: Member,
  { current, password, sessionId }: PasswordWish,
  signIn: Pick<SignIn, "hasPassword" | "isPassword" | "setPassword">,
): Promise<{ readonly done: true } | Refused<"wrong-password">> {
  const userId = await userIdOf(app, member);
  if (await signIn.hasPassword(userId)) {
    if (current === null || !(await signIn.isPassword(userId, current))) {
      return { refused: "wrong-password" };
    }
  }
  await signIn.setPassword(userId, password);
  const ended = await endSessions(app.db, userId, { except: sessionId });
  for (const session of ended) app.wake.tell("sessions", session);
  await noteSecurity(app, member, "password-changed", null);
  return { done: true };
}

/** Remembers a change of a member's own access. What it is about is theirs; no secret is in it. */
export async function noteSecurity(
  app: App,
  member: Member,
  action: AuditAction,
  after: AuditChange | null,
): Promise<void> {
  const { workspaceId, id } = member;
  const entry = { id: app.ids.next(), by: byMember(member), action, subjectId: id, after };
  await inWorkspace(app.db, workspaceId, (tx) =>
    recordAudit(tx, workspaceId, app.clock.now(), [entry]),
  );
}

function userIdOf(app: App, { workspaceId, id }: Member): Promise<string> {
  return inWorkspace(app.db, workspaceId, (tx) => loadUserId(tx, workspaceId, id));
}
