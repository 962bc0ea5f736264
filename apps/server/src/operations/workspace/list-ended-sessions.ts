import { listEndedSessions as listFrom } from "@galka/postgres/stores/sign-in";
import { deleteExpiredSessions } from "@galka/postgres/stores/team/sessions";
import type { App } from "../../app.ts";

/** Of these sessions, the ones that have ended: signed out, revoked, or past their time. */
export function listEndedSessions(app: App, sessionIds: readonly string[]): Promise<string[]> {
  return listFrom(app.db, sessionIds);
}

/** Takes away the sessions that are past their time. */
export function forgetSessions(app: App): Promise<void> {
  return deleteExpiredSessions(app.db);
}
