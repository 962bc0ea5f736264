import { idOf } from "@galka/core/kernel/ids";
import type { PolicyOwner } from "@galka/postgres/stores/work/policies";
import { assignConversation } from "../../../operations/work/assign-conversation.ts";
import { changeState } from "../../../operations/work/change-state.ts";
import {
  readDesks,
  readPolicies,
  readWorkCounts,
  setPolicy,
} from "../../../operations/work/distribution.ts";
import { setAvailability, setDesk } from "../../../operations/work/set-availability.ts";
import { takeConversation } from "../../../operations/work/take-conversation.ts";
import { handle } from "../../handle.ts";
import { presentDesk, presentPolicy, presentWorkCounts } from "../../present/distribution.ts";

export const workRoutes = {
  takeConversation: handle("takeConversation", ({ app, member, params }) =>
    takeConversation(app, member, idOf(params.id)),
  ),

  assignConversation: handle("assignConversation", ({ app, member, params, body }) =>
    assignConversation(app, member, { ...body, conversationId: idOf(params.id) }),
  ),

  changeState: handle("changeState", ({ app, member, params, body }) => {
    const { snoozedUntil, ...rest } = body;
    return changeState(app, member, {
      ...rest,
      conversationId: idOf(params.id),
      ...(snoozedUntil === undefined
        ? {}
        : { snoozedUntil: snoozedUntil === null ? null : new Date(snoozedUntil) }),
    });
  }),

  getWorkCounts: handle("getWorkCounts", async ({ app, member }) => {
    const counts = await readWorkCounts(app, member);
    return "refused" in counts ? counts : presentWorkCounts(counts);
  }),

  listDesks: handle("listDesks", async ({ app, member }) => ({
    items: (await readDesks(app, member)).map(presentDesk),
  })),

  setDesk: handle("setDesk", ({ app, member, body: { memberId, ...desk } }) =>
    setDesk(app, member, memberId, desk),
  ),

  setAvailability: handle("setAvailability", ({ app, member, body }) =>
    setAvailability(app, member, body.availability),
  ),

  listPolicies: handle("listPolicies", async ({ app, member }) => ({
    items: (await readPolicies(app, member)).map(presentPolicy),
  })),

  setPolicy: handle("setPolicy", async ({ app, member, body }) => {
    const owner = ownerOf(body);
    if (!owner) return { refused: "not-found" };
    return setPolicy(app, member, { owner, policy: body.policy });
  }),
};

type Named = { readonly of: PolicyOwner["of"]; readonly ownerId?: string };

function ownerOf({ of, ownerId }: Named): PolicyOwner | null {
  if (of === "everywhere") return { of, ownerId: null };
  return ownerId === undefined ? null : { of, ownerId };
}
