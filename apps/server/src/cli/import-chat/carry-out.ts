import { setTimeout as sleep } from "node:timers/promises";
import type { Member } from "@galka/core/workspaces/member";
import type { ChatImport } from "@galka/postgres/stores/chat-imports";
import type { ImportApp } from "../../operations/imports/import-app.ts";
import { readImport } from "../../operations/imports/read-imports.ts";
import { runChatImport } from "../../operations/imports/run-chat-import.ts";

const LOOK_EVERY_MS = 500;
const STANDS_STILL_MS = 20_000;

/**
 * Carries a started import out and returns when it is not running any more.
 *
 * A Galka that runs beside this command may be the one that does it: both begin,
 * one writes. Should that one be killed, this one goes on.
 */
export async function carryOut(
  app: ImportApp,
  member: Member,
  started: ChatImport,
  options: { readonly signal: AbortSignal; readonly onProgress: (at: ChatImport) => void },
): Promise<ChatImport> {
  const { signal, onProgress } = options;
  const ids = { workspaceId: member.workspaceId, importId: started.id };
  let own: Promise<unknown> | null = runChatImport(app, ids, signal);
  let seen = { linesDone: started.linesDone, sinceMs: performance.now() };
  for (;;) {
    const ended = await Promise.race([own ?? never, sleep(LOOK_EVERY_MS, "look" as const)]);
    if (ended !== "look") own = null;
    const found = await load(app, member, started);
    onProgress(found);
    if (found.state !== "running" || signal.aborted) return found;

    const nowMs = performance.now();
    if (found.linesDone !== seen.linesDone) seen = { linesDone: found.linesDone, sinceMs: nowMs };
    const standsStill = nowMs - seen.sinceMs > STANDS_STILL_MS;
    if (own === null && standsStill) {
      own = runChatImport(app, ids, signal);
      seen = { ...seen, sinceMs: nowMs };
    }
  }
}

const never = new Promise<never>(() => {});

async function load(app: ImportApp, member: Member, { id }: ChatImport): Promise<ChatImport> {
  const found = await readImport(app, member, id);
  if ("refused" in found) throw new Error("An import that runs is gone.");
  return found;
}
