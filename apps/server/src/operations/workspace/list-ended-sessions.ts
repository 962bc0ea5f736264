import { listEndedSessions as listFrom } from "@galka/postgres/stores/sign-in";
import type { App } from "../../app.ts";

/** Of these sessions, the ones that have ended: signed out, revoked, or past their time. */
export function listEndedSessions(app: App, sessionIds: readonly string[]): Promise<string[]> {
  return listFrom(app.db, sessionIds);
}
