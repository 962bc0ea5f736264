import type { Period } from "@galka/core/figures/period";
import {
  type FigurePart,
  type MeasureJson,
  figurePartJson,
  measureJson,
} from "@galka/contract/json/statistics";

/** What the page's address says: a link shows a colleague the same figures. */
export type StatisticsSearch = {
  /** How many days up to today; a month when left out. */
  readonly days?: 7 | 90;
  readonly part?: Exclude<FigurePart, "workspace">;
  readonly partId?: string;
  /** The count whose conversations are shown. */
  readonly behind?: MeasureJson;
  /** The one day of it; the whole period when left out. */
  readonly day?: string;
};

/** Reads the address; what is not understood is left out. */
export function readStatisticsSearch(search: Record<string, unknown>): StatisticsSearch {
  const { days, partId, day } = search;
  const part = figurePartJson.exclude(["workspace"]).safeParse(search["part"]);
  const behind = measureJson.safeParse(search["behind"]);
  return {
    ...(days === 7 || days === 90 ? { days } : {}),
    ...(part.success && typeof partId === "string" ? { part: part.data, partId } : {}),
    ...(behind.success ? { behind: behind.data } : {}),
    ...(typeof day === "string" && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { day } : {}),
  };
}

const USUAL_DAYS = 30;
const DAY_MS = 86_400_000;

/** So many days up to today, by the calendar on the member's wall. */
export function periodOf(days: number | undefined, now: Date): Period {
  const pad = (part: number) => String(part).padStart(2, "0");
  const to = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
  const fromMs = Date.parse(to) - ((days ?? USUAL_DAYS) - 1) * DAY_MS;
  return { from: new Date(fromMs).toISOString().slice(0, 10), to };
}
