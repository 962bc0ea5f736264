import type { AudienceWish } from "@galka/core/audience/audience-wish";
import { type PeopleNumber, estimate, estimateByShare } from "@galka/core/audience/estimate";
import type { Asking } from "@galka/core/filters/filter";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { answerWithin } from "@galka/postgres/answer-within";
import { inWorkspace } from "@galka/postgres/database";
import {
  type Draw,
  type Together,
  countAllContacts,
  countTogether,
  drawContacts,
} from "@galka/postgres/stores/audience/audience-counts";
import {
  type ResolvedAudience,
  findMissingParts,
  resolveAudience,
} from "@galka/postgres/stores/audience/audience-query";
import type { App } from "../../app.ts";
import { askingOf } from "../views/asking-of.ts";
import { type PartGone, findUnseenParts } from "./unseen-parts.ts";

/**
 * How long a count may take.
 *
 * `quick` answers while somebody is still choosing: counted if that is done at
 * once, judged from a sample if not. `exact` counts, and judges only when even
 * that takes too long.
 */
export type CountUntil = "quick" | "exact";

type Patience = { readonly countMs: number; readonly drawMs: number };
const PATIENCE: Readonly<Record<CountUntil, Patience>> = {
  quick: { countMs: 200, drawMs: 250 },
  exact: { countMs: 20_000, drawMs: 1000 },
};

export type AudienceRefused = Refused<"forbidden"> | PartGone;

/** How many people are in an audience. */
export async function countAudience(
  app: App,
  member: Member,
  wish: AudienceWish,
  until: CountUntil,
): Promise<{ readonly number: PeopleNumber } | AudienceRefused> {
  const asked = await resolved(app, member, [wish]);
  if ("refused" in asked) return asked;
  const [audience] = asked.audiences;
  if (!audience) throw new Error("An audience that was resolved is gone.");
  const [number] = await numbersOf(app, member, { of: [[audience]], asking: asked.asking }, until);
  return { number: number ?? { exact: true, count: 0 } };
}

/** What two audiences have in common. */
export type Overlap = {
  readonly one: PeopleNumber;
  readonly other: PeopleNumber;
  readonly both: PeopleNumber;
};

export async function compareAudiences(
  app: App,
  member: Member,
  wishes: { readonly one: AudienceWish; readonly other: AudienceWish },
  until: CountUntil,
): Promise<Overlap | AudienceRefused> {
  const asked = await resolved(app, member, [wishes.one, wishes.other]);
  if ("refused" in asked) return asked;
  const [first, second] = asked.audiences;
  if (!first || !second) throw new Error("An audience that was resolved is gone.");
  const of = [[first], [second], [first, second]] as const;
  const numbers = await numbersOf(app, member, { of, asking: asked.asking }, until);
  const [one, other, both] = numbers;
  if (!one || !other || !both) throw new Error("Of three counts one is missing.");
  return { one, other, both };
}

type Asked = { readonly audiences: readonly ResolvedAudience[]; readonly asking: Asking };

export async function resolved(
  app: App,
  member: Member,
  wishes: readonly AudienceWish[],
): Promise<Asked | AudienceRefused> {
  if (!may(member, "contacts.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const audiences: ResolvedAudience[] = [];
    for (const wish of wishes) {
      const gone = await findMissingParts(tx, workspaceId, wish);
      const parts = [...gone, ...(await findUnseenParts(tx, member, wish))];
      if (parts.length > 0) return { refused: "audience-part-gone", parts };
      audiences.push(await resolveAudience(tx, workspaceId, wish));
    }
    return { audiences, asking: await askingOf(app, tx, member) };
  });
}

type Counted = { readonly of: readonly Together[]; readonly asking: Asking };

async function numbersOf(
  app: App,
  { workspaceId }: Member,
  counted: Counted,
  until: CountUntil,
): Promise<readonly PeopleNumber[]> {
  const patience = PATIENCE[until];
  const exact = await answerWithin(app.db, workspaceId, patience.countMs, async (tx) => {
    const counts: number[] = [];
    for (const together of counted.of) {
      counts.push(await countTogether(tx, workspaceId, together, counted.asking));
    }
    return counts;
  });
  if (exact) return exact.map((count) => ({ exact: true, count }));
  return judged(app, workspaceId, counted, patience.drawMs);
}

const FIRST_DRAW = 250;
/** So long the first draw may take, however little time there is: a number that says nothing helps nobody. */
const FIRST_DRAW_MS = 1000;
/** Each draw is so much larger than the one before: the last takes most of the time that there is. */
const GROWTH = 4;
const MOST_DRAWN = 64_000;
const DICE = 2 ** 32;

/**
 * Draws contacts by lot, more each time, until the time is used up. What is
 * expensive to ask of a contact is asked of few, and says less exactly how many.
 */
async function judged(
  app: App,
  workspaceId: Member["workspaceId"],
  counted: Counted,
  drawMs: number,
): Promise<readonly PeopleNumber[]> {
  const began = performance.now();
  const left = () => drawMs - (performance.now() - began);
  let all: Draw = { drawn: 0, hits: counted.of.map(() => 0), last: null };
  for (let size = FIRST_DRAW; size <= MOST_DRAWN; size *= GROWTH) {
    const tookMs = drawMs - left();
    // The next draw takes about so many times longer than all before it.
    if (all.drawn > 0 && tookMs * GROWTH > left()) break;
    const draw = await answerWithin(
      app.db,
      workspaceId,
      Math.max(left(), all.drawn === 0 ? FIRST_DRAW_MS : 50),
      (tx) => drawContacts(tx, workspaceId, { after: all.last, size }, counted),
    );
    if (!draw) break;
    all = {
      drawn: all.drawn + draw.drawn,
      hits: all.hits.map((hits, at) => hits + (draw.hits[at] ?? 0)),
      last: draw.last ?? all.last,
    };
    if (draw.drawn < size) break;
  }
  const total = await totalOf(app, workspaceId);
  if (total !== null) return all.hits.map((hits) => estimate({ total, drawn: all.drawn, hits }));
  if (all.last === null) {
    // Not even a few were drawn in time. Then it is only certain that it is nobody, everybody or some of them.
    const most = await inWorkspace(app.db, workspaceId, (tx) => countAllContacts(tx, workspaceId));
    return all.hits.map(() => estimate({ total: most, drawn: 0, hits: 0 }));
  }
  const share = (all.last + DICE / 2) / DICE;
  return all.hits.map((hits) => estimateByShare({ share, hits }));
}

type Total = { readonly count: number; readonly atMs: number };
/** Of very many contacts a few more or less change no estimate, and somebody who types asks again and again. */
const totals = new WeakMap<App, Map<string, Total>>();
const TOTAL_LASTS_MS = 60_000;
const TOTAL_MS = 400;

/** How many contacts there are; null when that many cannot be counted in time. */
async function totalOf(app: App, workspaceId: Member["workspaceId"]): Promise<number | null> {
  const known = totals.get(app) ?? new Map<string, Total>();
  totals.set(app, known);
  const before = known.get(workspaceId);
  if (before && performance.now() - before.atMs < TOTAL_LASTS_MS) return before.count;
  const count = await answerWithin(app.db, workspaceId, TOTAL_MS, (tx) =>
    countAllContacts(tx, workspaceId),
  );
  if (count !== null) known.set(workspaceId, { count, atMs: performance.now() });
  return count;
}
