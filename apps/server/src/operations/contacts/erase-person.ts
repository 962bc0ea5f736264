import { randomBytes, scryptSync } from "node:crypto";
import type { Identity } from "@galka/core/contacts/identity";
import { needlesOf } from "@galka/core/contacts/needles";
import type { ContactId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { enqueue } from "@galka/postgres/jobs/enqueue";
import { retrying } from "@galka/postgres/retry";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { forgetImportFiles } from "@galka/postgres/stores/contacts/contact-imports";
import {
  eraseContact,
  eraseParked,
  findTraces,
  holdApplying,
  redactWebhooks,
} from "@galka/postgres/stores/contacts/erase-contact";
import { insertErasure } from "@galka/postgres/stores/contacts/erasures";
import { lockContact } from "@galka/postgres/stores/contacts/undo-merge";
import { listConsents } from "@galka/postgres/stores/consent/ledger";
import { type NewEvent, appendEvents } from "@galka/postgres/stores/events";
import { lockPeople } from "@galka/postgres/stores/receiving/people";
import type { App } from "../../app.ts";
import { keepWhatWasTakenBack } from "../consent/kept-withdrawals.ts";

export type EraseRefused = Refused<"not-found"> | Refused<"forbidden">;

/**
 * Erases a person: everything that is theirs is gone when this returns, and
 * nothing that came in before can bring it back.
 *
 * Nothing is applied meanwhile, and what waits to be applied loses what is
 * theirs. What is large and never shown (the webhooks that are applied, what
 * others wrote of them) is gone through by a job afterwards; the receipt says
 * when that is done. Whoever writes anew is a new contact. What they had taken
 * back stays, under a hash: an old list does not make them a recipient again.
 */
export async function erasePerson(
  app: App,
  member: Member,
  contactId: ContactId,
): Promise<{ readonly erasureId: string } | EraseRefused> {
  if (!may(member, "contacts.erase")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const erased = await retrying(() =>
    inWorkspace(app.db, workspaceId, (tx) => erase(app, tx, member, contactId)),
  );
  if (!("refused" in erased)) app.wake.tell("events", workspaceId);
  return erased;
}

async function erase(app: App, tx: Tx, member: Member, contactId: ContactId) {
  const { workspaceId } = member;
  const log = await holdApplying(tx);
  await lockPeople(tx, workspaceId);
  if (!(await lockContact(tx, workspaceId, contactId))) return { refused: "not-found" } as const;

  const now = app.clock.now();
  const traces = await findTraces(tx, workspaceId, contactId);
  const needles = needlesOf(traces.identities);
  const ledger = await listConsents(tx, workspaceId, traces.contactIds);
  const kept = await keepWhatWasTakenBack(app, { tx, workspaceId, now }, traces.identities, ledger);
  const { counts, hashes } = await eraseContact(tx, workspaceId, traces);
  const parked = await eraseParked(tx, needles);
  const tables = await forgetImportFiles(tx, workspaceId);
  await redactWebhooks(tx, needles, { after: log.applied, upTo: log.received });
  const erasureId = app.ids.next();
  const salt = randomBytes(16).toString("hex");
  await insertErasure(tx, workspaceId, {
    id: erasureId,
    requestedBy: member.id,
    requestedAt: now,
    counts: { ...counts, parked, ...(kept > 0 && { kept }) },
    salt,
    hashes: traces.identities.map((identity) => hashOf(salt, identity)),
    needles,
    upToPosition: log.received,
  });
  await enqueue(tx, [
    { task: "finish-erasure", payload: { workspaceId, erasureId } },
    { task: "remove-contents", payload: { hashes: [...hashes, ...tables] } },
  ]);
  await recordAudit(tx, workspaceId, now, [
    {
      id: app.ids.next(),
      by: byMember(member),
      action: "contact-erased",
      subjectId: erasureId,
      after: counts,
    },
  ]);
  const gone = traces.conversationIds.map((conversationId): NewEvent => ({
    kind: "conversation-removed",
    conversationId,
  }));
  await appendEvents(tx, workspaceId, now, [
    ...gone,
    { kind: "contact-removed", contactId },
    { kind: "collection-changed", otherId: "settings" },
  ]);
  return { erasureId };
}

/**
 * What a receipt says of whom it is about: whoever knows the number can check
 * that it is theirs; nobody else can find it without trying every number, each
 * of which costs a while.
 */
export function hashOf(salt: string, { kind, value }: Identity): string {
  return scryptSync(`${kind} ${value}`, Buffer.from(salt, "hex"), 32).toString("hex");
}
