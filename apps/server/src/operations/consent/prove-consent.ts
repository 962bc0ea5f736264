import type { Identity } from "@galka/core/contacts/identity";
import type { ContactId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { maskPhone } from "@galka/core/contacts/mask";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { identitiesOf } from "@galka/postgres/stores/consent/marketing-facts";
import { listSentBy } from "@galka/postgres/stores/consent/sent-by-consent";
import { listChannelViews } from "@galka/postgres/stores/views/channel-list";
import { findContactView } from "@galka/postgres/stores/views/contact-list";
import { loadWorkspace } from "@galka/postgres/stores/members";
import { loadHours } from "@galka/postgres/stores/work/hours";
import type { App } from "../../app.ts";
import { type ContactConsent, consentOf } from "./read-consent.ts";

/** Everything that proves what a contact agreed to, as it stands at one moment. */
export type ConsentProof = {
  readonly business: string;
  readonly contactName: string | null;
  readonly identities: readonly Identity[];
  readonly channelNames: ReadonlyMap<string, string>;
  readonly consent: ContactConsent;
  /** How many messages were sent by each record. */
  readonly sentBy: ReadonlyMap<string, number>;
  readonly exportedBy: string;
  readonly exportedAt: Date;
  readonly timeZone: string;
};

/** Collects the proof of one contact's consent; that it was taken out is remembered. */
export async function proveConsent(
  app: App,
  member: Member,
  contactId: ContactId,
): Promise<ConsentProof | Refused<"forbidden"> | Refused<"not-found">> {
  if (!may(member, "contacts.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const exportedAt = app.clock.now();
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const contact = await findContactView(tx, workspaceId, contactId);
    if (!contact) return { refused: "not-found" } as const;
    const consent = await consentOf(app, tx, member, contactId);
    const known = (await identitiesOf(tx, workspaceId, [contactId])).get(contactId) ?? [];
    const channels = await listChannelViews(tx, workspaceId);
    await recordAudit(tx, workspaceId, exportedAt, [
      {
        id: app.ids.next(),
        by: byMember(member),
        action: "consent-proof-exported",
        subjectId: contactId,
      },
    ]);
    const shown = may(member, "contacts.phones") ? known : known.map(masked);
    return {
      business: (await loadWorkspace(tx, workspaceId)).name,
      contactName: contact.name ?? contact.profileName,
      identities: shown,
      channelNames: new Map(channels.map(({ id, name }) => [id, name])),
      consent,
      sentBy: await listSentBy(
        tx,
        workspaceId,
        consent.records.map(({ id }) => id),
      ),
      exportedBy: member.name,
      exportedAt,
      timeZone: (await loadHours(tx, workspaceId)).office?.timeZone ?? "UTC",
    };
  });
}

function masked(identity: Identity): Identity {
  return identity.kind === "phone" ? { ...identity, value: maskPhone(identity.value) } : identity;
}
