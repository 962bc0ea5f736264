import { setTimeout as sleep } from "node:timers/promises";
import type { Refused } from "@galka/core/kernel/refused";
import type { Member } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import {
  type CallKey,
  giveKeyBack,
  saveAnswer,
  takeKey,
} from "@galka/postgres/stores/idempotent-calls";
import type { App } from "../../app.ts";

export type KeyRefused = Refused<"key-reused"> | Refused<"key-in-use">;

/** What a call was answered, and whether the answer is one that was given before. */
export type OnceAnswer =
  | { readonly isRepeat: true; readonly answer: unknown }
  | { readonly isRepeat: false; readonly answer: object };

export type KeyedCall = {
  readonly key: string;
  /** The route and a hash of what was asked for. */
  readonly request: string;
};

const PATIENCE_MS = 10_000;
const LOOK_MS = 50;

/**
 * Does `work` once for a member's key, however often and however fast it is
 * asked for; whoever asks again gets the same answer.
 *
 * A refusal has changed nothing, so the key is free again. When the first call
 * ended without anybody knowing how, nobody repeats it: whoever asks is told to
 * look, since twice may be worse than not at all.
 */
export async function onceByKey(
  app: App,
  member: Pick<Member, "workspaceId" | "id">,
  { key, request }: KeyedCall,
  work: () => Promise<object>,
): Promise<OnceAnswer | KeyRefused> {
  const { workspaceId } = member;
  const own: CallKey = { memberId: member.id, key };
  const untilMs = performance.now() + PATIENCE_MS;
  for (;;) {
    const known = await inWorkspace(app.db, workspaceId, (tx) =>
      takeKey(tx, workspaceId, own, request),
    );
    if (known === "taken") break;
    if (known.request !== request) return { refused: "key-reused" };
    if (known.isAnswered) return { isRepeat: true, answer: known.answer };
    if (performance.now() > untilMs) return { refused: "key-in-use" };
    await sleep(LOOK_MS);
  }
  const answer = await work();
  await inWorkspace(app.db, workspaceId, (tx) =>
    "refused" in answer
      ? giveKeyBack(tx, workspaceId, own)
      : saveAnswer(tx, workspaceId, own, answer),
  );
  return { isRepeat: false, answer };
}
