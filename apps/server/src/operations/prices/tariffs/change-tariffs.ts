import { BY_DATE, META_TARIFF_IDS } from "@galka/core/billing/tariffs/tariff-ids";
import type { OwnTariff } from "@galka/core/billing/tariffs/own-tariff";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import type { AuditChange } from "@galka/core/workspaces/audit";
import type { Member } from "@galka/core/workspaces/member";
import type { Tx } from "@galka/postgres/database";
import {
  type PriceSettings,
  findPriceSettings,
  lockLedger,
  noteRebooking,
  savePriceSettings,
} from "@galka/postgres/stores/billing/ledger";
import {
  deleteOwnTariff,
  findOwnTariff,
  saveOwnTariff,
} from "@galka/postgres/stores/billing/own-tariffs";
import type { App } from "../../../app.ts";
import { enqueueRebooking } from "../booking/rebook.ts";
import { todayOf } from "../budgets/today.ts";
import { changePrices, recordChange } from "../change-prices.ts";
import { type Tariffs, loadTariffs } from "./read-tariffs.ts";

export type PricesWish = {
  readonly tariff: string;
  readonly markup: { readonly basisPoints: number; readonly fixedMicros: number };
};

/**
 * Has the workspace charged by another tariff from the first day of this month
 * on: what was booked of the month is priced anew, what was before stays.
 */
export async function choosePrices(
  app: App,
  member: Member,
  wish: PricesWish,
): Promise<Tariffs | Refused<"forbidden"> | Refused<"not-found">> {
  return changePrices(app, member, "prices", async (desk) => {
    const { tx, now } = desk;
    const { workspaceId } = member;
    if (!(await isTariff(tx, workspaceId, wish.tariff))) return { refused: "not-found" } as const;
    const before = await lockLedger(tx, workspaceId, now);
    const today = await todayOf(tx, workspaceId, now);
    const after = settingsAfter(before, wish, `${today.slice(0, 7)}-01`);
    await savePriceSettings(tx, workspaceId, after, now);
    if (after.tariff !== before.tariff) await rebookMonth(tx, workspaceId, today);
    await recordChange(desk, {
      action: "prices-chosen",
      before: outline(before),
      after: outline(after),
    });
    return loadTariffs(tx, member, now);
  });
}

/** Another change within the month replaces the first: what was before the month stays what it was. */
function settingsAfter(before: PriceSettings, wish: PricesWish, month: string): PriceSettings {
  const markup = {
    markupBasisPoints: wish.markup.basisPoints,
    markupFixedMicros: wish.markup.fixedMicros,
  };
  if (wish.tariff === before.tariff) return { ...before, ...markup };
  const tariffBefore = before.tariffFrom === month ? before.tariffBefore : before.tariff;
  return { ...before, ...markup, tariff: wish.tariff, tariffFrom: month, tariffBefore };
}

function outline({ tariff, markupBasisPoints, markupFixedMicros }: PriceSettings): AuditChange {
  return { name: tariff, value: [markupBasisPoints, markupFixedMicros] };
}

const DAY_MS = 86_400_000;

async function rebookMonth(tx: Tx, workspaceId: WorkspaceId, today: string): Promise<void> {
  // A month begins up to 14 hours apart from UTC's; what is before it is priced as it was.
  await noteRebooking(tx, workspaceId, new Date(Date.parse(`${today.slice(0, 7)}-01`) - DAY_MS));
  await enqueueRebooking(tx, workspaceId);
}

async function isTariff(tx: Tx, workspaceId: WorkspaceId, name: string): Promise<boolean> {
  const metas: readonly string[] = [BY_DATE, ...META_TARIFF_IDS];
  return metas.includes(name) || (await findOwnTariff(tx, workspaceId, name)) !== null;
}

/** Writes an own tariff down; changed while it is in force, the month is priced anew. */
export async function keepTariff(
  app: App,
  member: Member,
  id: string | null,
  wish: Omit<OwnTariff, "id">,
): Promise<OwnTariff | Refused<"forbidden"> | Refused<"not-found">> {
  return changePrices(app, member, "prices", async (desk) => {
    const { tx, now } = desk;
    const { workspaceId } = member;
    const before = id === null ? null : await findOwnTariff(tx, workspaceId, id);
    if (id !== null && !before) return { refused: "not-found" } as const;
    const after: OwnTariff = { ...wish, id: id ?? app.ids.next() };
    await saveOwnTariff(tx, workspaceId, after, now);
    const { tariff } = await lockLedger(tx, workspaceId, now);
    if (tariff === after.id)
      await rebookMonth(tx, workspaceId, await todayOf(tx, workspaceId, now));
    await recordChange(desk, {
      action: id === null ? "tariff-created" : "tariff-changed",
      ...(before && { before: tariffOutline(before) }),
      after: tariffOutline(after),
    });
    return after;
  });
}

/** Removes an own tariff; the one in force has to be replaced first. */
export async function removeTariff(
  app: App,
  member: Member,
  id: string,
): Promise<
  { readonly done: true } | Refused<"forbidden"> | Refused<"not-found"> | Refused<"tariff-in-use">
> {
  return changePrices(app, member, "prices", async (desk) => {
    const { tx } = desk;
    const { workspaceId } = member;
    const before = await findOwnTariff(tx, workspaceId, id);
    if (!before) return { refused: "not-found" } as const;
    const { tariff, tariffBefore } = await findPriceSettings(tx, workspaceId);
    if (tariff === id || tariffBefore === id) return { refused: "tariff-in-use" } as const;
    await deleteOwnTariff(tx, workspaceId, id);
    await recordChange(desk, { action: "tariff-removed", before: tariffOutline(before) });
    return { done: true } as const;
  });
}

function tariffOutline({ id, name, unit }: OwnTariff): AuditChange {
  return { id, name, kind: unit };
}
