import {
  type RowConsentLack,
  type TableConsentRule,
  readRowConsent,
} from "@galka/core/consent/table-consent";
import type { Tx } from "@galka/postgres/database";
import { countOutweighed } from "@galka/postgres/stores/consent/outweighed";
import type { ContactImportChoices } from "@galka/postgres/stores/contacts/contact-imports";
import type { App } from "../../app.ts";
import { findTakenBack } from "./kept-withdrawals.ts";
import type { LedgerDesk } from "./record-consents.ts";

export type TableConsentWish = NonNullable<ContactImportChoices["consent"]>;

/** Of the people of a part of a table. */
export type TableConsentCounts = {
  /** How many have agreed, or taken it back, by the table. */
  readonly recorded: number;
  /** How many of them have taken it back later than the table says that they agreed. */
  readonly outweighed: number;
  /** How many of these were erased since, so that only a hash remembers it. */
  readonly remembered: number;
  /** Of how many rows nothing is recorded, by why. */
  readonly lacking: Readonly<Record<string, number>>;
};

export const NO_TABLE_CONSENTS: TableConsentCounts = {
  recorded: 0,
  outweighed: 0,
  remembered: 0,
  lacking: {},
};

type Cells = { readonly variables: Readonly<Record<string, string>> };

/** Who of some rows has said it, when and where; and of how many nothing can be said, by why. */
export function readConsents<Row extends Cells>(
  rule: TableConsentRule,
  rows: readonly Row[],
  now: Date,
) {
  const said: (Row & { readonly at: Date; readonly source: string })[] = [];
  const lacking: Partial<Record<RowConsentLack, number>> = {};
  for (const row of rows) {
    const read = readRowConsent(rule, row.variables, now);
    if ("lacks" in read) lacking[read.lacks] = (lacking[read.lacks] ?? 0) + 1;
    else said.push({ ...row, ...read });
  }
  return { said, lacking };
}

/** For how many people of the ledger a withdrawal counts more than what the table says. */
export async function outweighedOf(
  tx: Tx,
  workspaceId: LedgerDesk["workspaceId"],
  wish: TableConsentWish,
  said: readonly { readonly id: string; readonly at: Date }[],
): Promise<Pick<TableConsentCounts, "outweighed" | "remembered">> {
  if (wish.decision === "withdrawn" || said.length === 0) return { outweighed: 0, remembered: 0 };
  const people = said.map(({ id, at }) => ({ contactId: id, at }));
  const counted = await countOutweighed(tx, workspaceId, { ...wish, people });
  return { outweighed: counted.people, remembered: counted.remembered };
}

type Stranger = Cells & { readonly phone: string };
type Known = Cells & { readonly id: string };

/** What would be recorded of some rows: of people who are there, and of strangers, some of whom were erased. */
export async function previewConsents(
  app: App,
  { tx, workspaceId, now }: LedgerDesk,
  wish: TableConsentWish,
  {
    known,
    strangers,
  }: { readonly known: readonly Known[]; readonly strangers: readonly Stranger[] },
): Promise<TableConsentCounts> {
  const here = readConsents(wish, known, now);
  const there = readConsents(wish, strangers, now);
  const counted = await outweighedOf(tx, workspaceId, wish, here.said);
  const holders = there.said.map(({ phone }) => ({
    contactId: phone,
    kind: "phone" as const,
    value: phone,
  }));
  const kept =
    wish.decision === "withdrawn" ? [] : await findTakenBack(app, { tx, workspaceId }, holders);
  const saidAt = new Map(there.said.map(({ phone, at }) => [phone, at]));
  const erased = kept.filter(
    ({ contactId, purpose, channelId, way, at }) =>
      wish.purposes.includes(purpose) &&
      (channelId === null || wish.channelId === null || channelId === wish.channelId) &&
      (way === "meta-preference" || at >= (saidAt.get(contactId) ?? at)),
  );
  const remembered = new Set(erased.map(({ contactId }) => contactId)).size;
  return {
    recorded: here.said.length + there.said.length,
    outweighed: counted.outweighed + remembered,
    remembered: counted.remembered + remembered,
    lacking: addedCounts(here.lacking, there.lacking),
  };
}

export function addedConsents(
  one: TableConsentCounts,
  other: TableConsentCounts,
): TableConsentCounts {
  return {
    recorded: one.recorded + other.recorded,
    outweighed: one.outweighed + other.outweighed,
    remembered: one.remembered + other.remembered,
    lacking: addedCounts(one.lacking, other.lacking),
  };
}

function addedCounts(
  one: Readonly<Record<string, number>>,
  other: Readonly<Record<string, number>>,
): Record<string, number> {
  const sum = { ...one };
  for (const [why, count] of Object.entries(other)) sum[why] = (sum[why] ?? 0) + count;
  return sum;
}
