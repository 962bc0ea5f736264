import type { Skip } from "@galka/core/campaigns/recipient";
import type { CampaignPlan } from "@galka/core/campaigns/plan";
import { resolveValues } from "@galka/core/campaigns/resolve-values";
import { localStart } from "@galka/core/campaigns/starts";
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
      /** Whether it takes a place of the tier: nobody has heard from them within a day. */
      readonly takesPlace: boolean;
    };

/** What was found out for a whole group at once. */
export type GroupFacts = {
  readonly plan: CampaignPlan;
  readonly purpose: Purpose;
  readonly ready: ReadyMessage;
  readonly variant: number;
  /** The records that allow it, by contact; null where none is needed. */
  readonly consents: ReadonlyMap<string, string> | null;
  /** Who has said that they want none of this purpose. */
  readonly declined: ReadonlySet<string>;
  /** Who has had enough for the time being, and until when. */
  readonly capped: ReadonlyMap<string, Date>;
  /** When a person may be written to by the rules of their country and the hours of their day; null is never. */
  readonly allowedAt: (recipient: NextRecipient, at: Date) => Date | null;
  readonly zonesOf: (recipient: NextRecipient) => readonly string[];
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
  const consentId = facts.consents?.get(contactId) ?? null;
  if (facts.declined.has(contactId) || (facts.consents && consentId === null)) {
    return skip("no-consent");
  }
  const turn = turnOf(now, facts, recipient);
  if (turn === null) return skip("country-rule");
  if (turn > now) return { does: "defer", id, dueAt: turn };
  const content = contentFor(facts.ready, recipient);
  if (content === null) return skip("incomplete");
  const { phone, bsuid } = recipient;
  const to = { ...(phone !== null && { phone }), ...(bsuid !== null && { bsuid }) };
  return {
    does: "send",
    takesPlace: !windowAt(now, recipient.lastInboundAt).open,
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

/** The first moment from now on at which this person's turn is; null is never. */
function turnOf(now: Date, facts: GroupFacts, recipient: NextRecipient): Date | null {
  const { start } = facts.plan;
  const own =
    start.kind === "local" && recipient.step === 0
      ? localStart(start, facts.zonesOf(recipient))
      : now;
  const capped = facts.capped.get(recipient.contactId) ?? now;
  const earliest = Math.max(now.getTime(), own.getTime(), capped.getTime());
  return facts.allowedAt(recipient, new Date(earliest));
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
