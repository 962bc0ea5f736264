import { randomUUID } from "node:crypto";
import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import type { Template } from "@galka/core/templates/template";
import type { Tx } from "@galka/postgres/database";
import type { NewConsent } from "@galka/postgres/stores/consent/ledger";
import { replaceTemplates } from "@galka/postgres/stores/templates";

/** A draft of the template that `addOffer` adds. */
export const OFFER = { kind: "template", templateId: "offer", values: {} } as const;

/** Gives a channel templates of three categories, of which the first is an advertisement. */
export async function addOffer(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  now: Date,
): Promise<void> {
  const template = (id: string, category: Template["category"]): Template => ({
    channelId,
    id,
    name: id,
    language: "en",
    category,
    status: "approved",
    rejectedReason: null,
    quality: "green",
    header: null,
    body: "Ten percent off until Sunday",
    footer: null,
    buttons: [
      { kind: "reply", title: "Yes, please" },
      { kind: "reply", title: "No, thanks" },
    ],
  });
  const templates = [template("offer", "marketing"), template("notice", "utility")];
  await replaceTemplates(tx, workspaceId, channelId, { templates, now });
}

/** A record of the ledger; what the test does not look at is given. */
export function consent(
  record: Partial<NewConsent> & { readonly contactId: string; readonly at: Date },
): NewConsent {
  return {
    id: randomUUID(),
    purpose: "marketing",
    channelId: null,
    decision: "granted",
    way: "note",
    expiresAt: null,
    wording: "Write me about offers.",
    wordingId: null,
    evidence: {},
    memberId: null,
    source: randomUUID(),
    ...record,
  };
}
