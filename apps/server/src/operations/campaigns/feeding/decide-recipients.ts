import type { Skip } from "@galka/core/campaigns/recipient";
import type { CampaignPlan } from "@galka/core/campaigns/plan";
import { resolveValues } from "@galka/core/campaigns/resolve-values";
import { localStart } from "@galka/core/campaigns/starts";
import { zonesOf } from "@galka/core/consent/zones/zones-of";
import { windowAt } from "@galka/core/conversations/window";
import type { Purpose } from "@galka/core/sends/send";
import { fillTemplate } from "@galka/core/templates/fill";
import type { NextRecipient, QueuedRecipient } from "@galka/postgres/stores/campaigns/feed";
import type { App } from "../../../app.ts";
import type { OutgoingPayload } from "../../sends/outgoing-payload.ts";
import type { ReadyMessage } from "../campaign-templates.ts";

/** What is to be done about one person whose turn has come. */
export type Decision =
  | { readonly does: "skip"; readonly id: string; readonly problem: Skip }
  | { readonly does: "defer"; readonly id: string; readonly dueAt: Date }
  | {
      readonly does: "send";
      readonly queued: QueuedRecipient;
      /** Whether they have written within a day: whoever has not takes a place of the tier, unless they have one. */
      readonly isInWindow: boolean;
    };

/** Somebody for whom a message is decided. */
export type ToSend = {
  readonly of: NextRecipient;
  readonly purpose: Purpose;
  readonly queued: QueuedRecipient;
};

/** Whether somebody may be written to now: the record that allows it, or what is against it. */
export type Guarded =
  | { readonly consentId: string | null }
  | { readonly skip: Skip }
  | { readonly until: Date };

/** What was found out for a whole group at once. */
export type GroupFacts = {
  readonly plan: CampaignPlan;
  readonly ready: ReadyMessage;
  readonly variant: number;
  /** What consent, country, caps and the hour of the day say of each contact. */
  readonly guarded: ReadonlyMap<string, Guarded>;
};

/** Decides about one person; nothing is written. */
export function decideRecipient(
  app: Pick<App, "clock" | "ids">,
  facts: GroupFacts,
  recipient: NextRecipient,
): Decision {
  const now = app.clock.now();
  const { id, contactId } = recipient;
  const skip = (problem: Skip): Decision => ({ does: "skip", id, problem });
  if (!recipient.isThere) return skip("contact-gone");
  if (recipient.isBlocked) return skip("blocked");
  if (recipient.phone === null && recipient.bsuid === null) return skip("no-identity");
  const own = ownHour(facts.plan, recipient);
  if (own > now) return { does: "defer", id, dueAt: own };
  const guarded = facts.guarded.get(contactId) ?? { skip: "no-consent" };
  if ("skip" in guarded) return skip(guarded.skip);
  if ("until" in guarded) return { does: "defer", id, dueAt: guarded.until };
  const { consentId } = guarded;
  const content = contentFor(facts.ready, recipient);
  if (content === null) return skip("incomplete");
  const { phone, bsuid } = recipient;
  const to = { ...(phone !== null && { phone }), ...(bsuid !== null && { bsuid }) };
  return {
    does: "send",
    isInWindow: windowAt(now, recipient.lastInboundAt).open,
    queued: {
      id,
      contactId,
      variant: facts.variant,
      conversationId: recipient.conversationId ?? app.ids.next<"conversation">(),
      isNewConversation: recipient.conversationId === null,
      content,
      payload: { kind: "message", to } satisfies OutgoingPayload,
      consentId,
    },
  };
}

/** When the campaign's hour comes on this person's own clock; long ago where it has none. */
function ownHour({ start }: CampaignPlan, { step, phone }: NextRecipient): Date {
  if (start.kind !== "local" || step > 0) return new Date(0);
  return localStart(start, phone === null ? [] : zonesOf([{ kind: "phone", value: phone }]));
}

/** The message as this person gets it; null when something of it is missing. */
export function contentFor({ message, template, files }: ReadyMessage, recipient: NextRecipient) {
  const { name, fields, variables } = recipient;
  const person = { name, fields: fields ?? {}, columns: variables ?? {} };
  const { values, missing } = resolveValues(message, person, files);
  if (missing.length > 0) return null;
  const filled = fillTemplate(template, values);
  return "refused" in filled ? null : filled;
}
