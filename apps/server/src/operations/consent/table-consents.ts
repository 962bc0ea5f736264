import {
  type RowConsentLack,
  type SaidByRow,
  type TableConsentRule,
  readRowConsent,
} from "@galka/core/consent/table-consent";
import type { KnownToTable } from "@galka/core/consent/table-cells";
import type { Tx } from "@galka/postgres/database";
import { countOutweighed } from "@galka/postgres/stores/consent/outweighed";
import { listWordings } from "@galka/postgres/stores/consent/wordings";
import type { ContactImportChoices } from "@galka/postgres/stores/contacts/contact-imports";
import { listChannelViews } from "@galka/postgres/stores/views/channel-list";
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
  /** The first of these rows, by why. */
  readonly lackingRows: Readonly<Record<string, readonly number[]>>;
};

export const NO_TABLE_CONSENTS: TableConsentCounts = {
  recorded: 0,
  outweighed: 0,
  remembered: 0,
  lacking: {},
  lackingRows: {},
};

type Cells = { readonly row: number; readonly variables: Readonly<Record<string, string>> };

const ROWS_SHOWN = 5;

/** What the cells of a workspace's tables may name. */
export async function knownToTables(
  tx: Tx,
  workspaceId: LedgerDesk["workspaceId"],
): Promise<KnownToTable> {
  return {
    wordings: await listWordings(tx, workspaceId),
    channels: await listChannelViews(tx, workspaceId),
  };
}

/** Who of some rows has said it, when and where; and of how many nothing can be said, by why. */
export function readConsents<Row extends Cells>(
  rule: TableConsentRule,
  rows: readonly Row[],
  { now, known }: { readonly now: Date; readonly known: KnownToTable },
) {
  const said: (Row & SaidByRow)[] = [];
  const lacking: Partial<Record<RowConsentLack, number>> = {};
  const lackingRows: Partial<Record<RowConsentLack, readonly number[]>> = {};
  for (const row of rows) {
    const read = readRowConsent(rule, row.variables, now, known);
    if (!("lacks" in read)) {
      said.push({ ...row, ...read });
      continue;
    }
    lacking[read.lacks] = (lacking[read.lacks] ?? 0) + 1;
    lackingRows[read.lacks] = firstRows(lackingRows[read.lacks], [row.row]);
  }
  return { said, lacking, lackingRows };
}

function firstRows(one: readonly number[] = [], other: readonly number[] = []): readonly number[] {
  return [...one, ...other].toSorted((a, b) => a - b).slice(0, ROWS_SHOWN);
}

/** For how many people of the ledger a withdrawal counts more than what the table says. */
export async function outweighedOf(
  tx: Tx,
  workspaceId: LedgerDesk["workspaceId"],
  wish: TableConsentWish,
  said: readonly (Pick<SaidByRow, "at" | "purposes" | "channelId"> & { readonly id: string })[],
): Promise<Pick<TableConsentCounts, "outweighed" | "remembered">> {
  if (wish.decision === "withdrawn" || said.length === 0) return { outweighed: 0, remembered: 0 };
  const people = said.map(({ id: contactId, at, purposes, channelId }) => {
    return { contactId, at, purposes, channelId };
  });
  const counted = await countOutweighed(tx, workspaceId, people);
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
  const asked = { now, known: await knownToTables(tx, workspaceId) };
  const here = readConsents(wish, known, asked);
  const there = readConsents(wish, strangers, asked);
  const counted = await outweighedOf(tx, workspaceId, wish, here.said);
  const holders = there.said.map(({ phone }) => ({
    contactId: phone,
    kind: "phone" as const,
    value: phone,
  }));
  const kept =
    wish.decision === "withdrawn" ? [] : await findTakenBack(app, { tx, workspaceId }, holders);
  const saidBy = new Map(there.said.map((it) => [it.phone, it]));
  const erased = kept.filter(({ contactId, purpose, channelId, way, at }) => {
    const said = saidBy.get(contactId);
    if (!said?.purposes.includes(purpose)) return false;
    const isOther = channelId !== null && said.channelId !== null && channelId !== said.channelId;
    return !isOther && (way === "meta-preference" || at >= said.at);
  });
  const remembered = new Set(erased.map(({ contactId }) => contactId)).size;
  return {
    recorded: here.said.length + there.said.length,
    outweighed: counted.outweighed + remembered,
    remembered: counted.remembered + remembered,
    lacking: addedCounts(here.lacking, there.lacking),
    lackingRows: addedRows(here.lackingRows, there.lackingRows),
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
    lackingRows: addedRows(one.lackingRows, other.lackingRows),
  };
}

function addedRows(
  one: TableConsentCounts["lackingRows"],
  other: TableConsentCounts["lackingRows"],
): TableConsentCounts["lackingRows"] {
  const reasons = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...reasons].map((why) => [why, firstRows(one[why], other[why])]));
}

function addedCounts(
  one: Readonly<Record<string, number>>,
  other: Readonly<Record<string, number>>,
): Record<string, number> {
  const sum = { ...one };
  for (const [why, count] of Object.entries(other)) sum[why] = (sum[why] ?? 0) + count;
  return sum;
}
