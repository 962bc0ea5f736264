import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import {
  deleteSubscriptions,
  hasSubscription,
  saveSubscription,
} from "@galka/postgres/stores/push";
import type { App } from "../../app.ts";
import type { PushTarget } from "../../push/push-service.ts";

type SubscribeRefused =
  | Refused<"forbidden">
  | Refused<
      "invalid-request",
      { readonly problems: readonly { readonly field: string; readonly problem: string }[] }
    >;

/** Has a browser of the member be told what comes in. A repetition changes nothing. */
export async function subscribeBrowser(
  app: App,
  member: Member,
  target: PushTarget,
): Promise<{ readonly done: true } | SubscribeRefused> {
  if (!may(member, "conversations.read")) return { refused: "forbidden" };
  if (new URL(target.endpoint).protocol !== "https:") {
    const problem = "an https address of a push service";
    return { refused: "invalid-request", problems: [{ field: "endpoint", problem }] };
  }
  const { workspaceId, id: memberId } = member;
  await inWorkspace(app.db, workspaceId, (tx) =>
    saveSubscription(tx, workspaceId, app.clock.now(), { id: app.ids.next(), memberId, ...target }),
  );
  return { done: true };
}

/** The browser is not told any more: the member signed out there, or switched it off. */
export async function unsubscribeBrowser(
  app: App,
  member: Member,
  endpoint: string,
): Promise<{ readonly done: true }> {
  const { workspaceId, id } = member;
  await inWorkspace(app.db, workspaceId, async (tx) => {
    if (!(await hasSubscription(tx, workspaceId, id, endpoint))) return;
    await deleteSubscriptions(tx, workspaceId, [endpoint]);
  });
  return { done: true };
}
