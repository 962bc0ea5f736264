import { maskPhone } from "@galka/core/contacts/mask";
import type { Cell } from "@galka/core/figures/csv";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import {
  type ExportedRecipient,
  exportRecipients,
} from "@galka/postgres/stores/campaigns/recipient-export";
import type { App } from "../../../app.ts";
import { type Forbidden, type NotFound, campaignOf, prepareCampaigns } from "../campaign-desk.ts";

/** A campaign's people as pages of rows; the names of the columns first. */
export type PeopleTable = AsyncIterable<readonly (readonly Cell[])[]>;
export type Language = "en" | "ru";

const PAGE = 2_000;
const COLUMNS = [
  "contact",
  "name",
  "phone",
  "step",
  "variant",
  "state",
  "problem",
  "explanation",
  "queued_at",
  "delivered_at",
  "state_at",
  "tapped_at",
  "answered_at",
  "opted_out_at",
  "price",
  "currency",
  "price_reason",
] as const;

/**
 * Everybody of a campaign with what became of them and what it cost. It is the
 * report of whoever manages campaigns; the numbers are whole only for whom may
 * take contacts away, and else masked as the pages mask them. Read page by page,
 * each in a transaction of its own, so that a million take no memory and hold
 * nothing up; that it was taken is recorded.
 */
export async function exportPeople(
  app: App,
  member: Member,
  campaignId: string,
  language: Language,
): Promise<{ readonly rows: PeopleTable } | Forbidden | NotFound> {
  return prepareCampaigns(app, member, async (desk) => {
    const campaign = await campaignOf(desk, campaignId);
    if ("refused" in campaign) return campaign;
    await recordAudit(desk.tx, desk.workspaceId, desk.now, [
      { id: app.ids.next(), by: byMember(member), action: "contacts-exported" },
    ]);
    return { rows: table(app, member, campaignId, language) };
  });
}

async function* table(
  app: App,
  member: Member,
  campaignId: string,
  language: Language,
): AsyncGenerator<readonly (readonly Cell[])[]> {
  yield [COLUMNS];
  const { workspaceId } = member;
  const sees = may(member, "contacts.phones") && may(member, "contacts.export");
  for (let after: string | null = null; ;) {
    const from: string | null = after;
    const page: readonly ExportedRecipient[] = await inWorkspace(app.db, workspaceId, (tx) =>
      exportRecipients(tx, workspaceId, campaignId, { after: from, limit: PAGE }),
    );
    yield page.map((it) => rowOf(it, { language, sees }));
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.id;
  }
}

const FIRST_LETTER = 65;
const MICROS = 1_000_000;

function rowOf(
  it: ExportedRecipient,
  { language, sees }: { readonly language: Language; readonly sees: boolean },
): readonly Cell[] {
  const at = (moment: Date | null) => moment?.toISOString() ?? null;
  return [
    it.contactId,
    it.name,
    it.phone !== null && !sees ? maskPhone(it.phone) : it.phone,
    it.step,
    it.variant === null ? null : String.fromCharCode(FIRST_LETTER + it.variant),
    it.state,
    it.problem,
    it.explanation?.[language] ?? null,
    at(it.queuedAt),
    at(it.deliveredAt),
    at(it.stateAt),
    at(it.tappedAt),
    at(it.answeredAt),
    at(it.optedOutAt),
    it.amountMicros === null ? null : Number(it.amountMicros) / MICROS,
    it.currency,
    it.priceReason,
  ];
}
