import { periodBefore } from "@galka/core/figures/period";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import {
  type SatisfactionAnswer,
  listSatisfactionAnswers,
} from "@galka/postgres/stores/satisfaction/answer-list";
import {
  type SatisfactionCounts,
  type SatisfactionPart,
  listSatisfactionDays,
  listSatisfactionParts,
  listSatisfactionPoints,
  listSkipped,
  loadSatisfactionCounts,
} from "@galka/postgres/stores/satisfaction/figures";
import { findSatisfactionSettings } from "@galka/postgres/stores/satisfaction/settings";
import type { Page, TimeCursor } from "@galka/postgres/stores/views/page";
import type { App } from "../../app.ts";
import type { FigureWish } from "../figures/read-statistics.ts";

export type Satisfaction = {
  readonly isOn: boolean;
  readonly total: SatisfactionCounts;
  readonly before: SatisfactionCounts;
  readonly distribution: readonly number[];
  readonly days: readonly (SatisfactionCounts & { readonly day: string })[];
  readonly parts: readonly SatisfactionPart[];
  readonly skipped: readonly { readonly because: string; readonly count: number }[];
};

/** What contacts said of how they were served in a period, as new as this moment. */
export async function readSatisfaction(
  app: App,
  member: Member,
  { scope, period }: FigureWish,
): Promise<Satisfaction | Refused<"forbidden">> {
  if (!may(member, "statistics.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) => ({
    isOn: (await findSatisfactionSettings(tx, workspaceId))?.isOn ?? false,
    total: await loadSatisfactionCounts(tx, workspaceId, scope, period),
    before: await loadSatisfactionCounts(tx, workspaceId, scope, periodBefore(period)),
    distribution: await listSatisfactionPoints(tx, workspaceId, scope, period),
    days: await listSatisfactionDays(tx, workspaceId, scope, period),
    parts: await listSatisfactionParts(tx, workspaceId, scope, period),
    skipped: await listSkipped(tx, workspaceId, scope, period),
  }));
}

export type AnswersWish = FigureWish & {
  readonly commentedOnly: boolean;
  readonly after?: TimeCursor;
  readonly limit: number;
};

/** The answers behind the figures. A comment is read by whoever may read conversations. */
export async function listAnswers(
  app: App,
  member: Member,
  wish: AnswersWish,
): Promise<Page<SatisfactionAnswer, TimeCursor> | Refused<"forbidden">> {
  if (!may(member, "statistics.read") || !may(member, "conversations.read")) {
    return { refused: "forbidden" };
  }
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, (tx) => listSatisfactionAnswers(tx, workspaceId, wish));
}

const PAGE = 1_000;

/** Every answer of a period, a page at a time: however many there are, few are held at once. */
export async function exportAnswers(
  app: App,
  member: Member,
  wish: FigureWish,
): Promise<
  { readonly pages: AsyncIterable<readonly SatisfactionAnswer[]> } | Refused<"forbidden">
> {
  const first = await listAnswers(app, member, { ...wish, commentedOnly: false, limit: PAGE });
  if ("refused" in first) return first;
  const entry = {
    id: app.ids.next(),
    by: byMember(member),
    action: "satisfaction-exported",
  } as const;
  await inWorkspace(app.db, member.workspaceId, (tx) =>
    recordAudit(tx, member.workspaceId, app.clock.now(), [entry]),
  );
  return { pages: pagesFrom(app, member, wish, first) };
}

async function* pagesFrom(
  app: App,
  member: Member,
  wish: FigureWish,
  first: Page<SatisfactionAnswer, TimeCursor>,
): AsyncGenerator<readonly SatisfactionAnswer[]> {
  let page = first;
  for (;;) {
    yield page.items;
    if (page.next === null) return;
    const after = page.next;
    const next = await listAnswers(app, member, {
      ...wish,
      commentedOnly: false,
      after,
      limit: PAGE,
    });
    if ("refused" in next) return;
    page = next;
  }
}
