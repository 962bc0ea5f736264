const TABS = ["all", "messages", "notes", "files", "contacts"] as const;
export type Tab = (typeof TABS)[number];
export const SEARCH_TABS: readonly Tab[] = TABS;

const DIRECTIONS = ["in", "out", "note"] as const;
const STATES = ["open", "pending", "snoozed", "closed"] as const;

/** What the address of the search page says: a link shows a colleague the same results. */
export type FoundSearch = {
  readonly q?: string;
  readonly tab?: Tab;
  readonly channelId?: string;
  readonly memberId?: string;
  readonly contactId?: string;
  readonly labelId?: string;
  readonly direction?: (typeof DIRECTIONS)[number];
  readonly kind?: string;
  readonly file?: "with";
  /** Days at the reader's place: 2026-11-22. */
  readonly since?: string;
  readonly until?: string;
  readonly state?: (typeof STATES)[number];
};

const IDS = ["channelId", "memberId", "contactId", "labelId"] as const;
const ID = /^[0-9a-f-]{36}$/u;
const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** Reads the address; what is not understood is left out. */
export function readFoundSearch(search: Record<string, unknown>): FoundSearch {
  const { q, kind, file } = search;
  const text = (value: unknown, form: RegExp) =>
    typeof value === "string" && form.test(value) ? value : null;
  const tab = TABS.find((it) => it === search["tab"]);
  const direction = DIRECTIONS.find((it) => it === search["direction"]);
  const state = STATES.find((it) => it === search["state"]);
  const ids = IDS.flatMap((name) => {
    const value = text(search[name], ID);
    return value === null ? [] : [[name, value] as const];
  });
  const days = (["since", "until"] as const).flatMap((name) => {
    const value = text(search[name], DAY);
    return value === null ? [] : [[name, value] as const];
  });
  return {
    // A number in an address is read as one.
    ...(typeof q === "string" || typeof q === "number" ? { q: String(q).slice(0, 200) } : {}),
    ...(tab && tab !== "all" ? { tab } : {}),
    ...Object.fromEntries(ids),
    ...(direction ? { direction } : {}),
    ...(typeof kind === "string" && /^[a-z-]{1,40}$/u.test(kind) ? { kind } : {}),
    ...(file === "with" ? { file } : {}),
    ...Object.fromEntries(days),
    ...(state ? { state } : {}),
  };
}

/** As the API asks for it; null while nothing is asked. */
export function foundQueryOf({ q = "", tab = "all", since, until, state, ...same }: FoundSearch) {
  const text = q.trim();
  if (text === "") return null;
  return {
    q: text,
    ...(tab === "messages" || tab === "notes" || tab === "files" ? { in: tab } : {}),
    ...same,
    ...(since ? { from: new Date(`${since}T00:00:00`).toISOString() } : {}),
    ...(until ? { to: new Date(`${until}T23:59:59.999`).toISOString() } : {}),
    ...(state ? { status: state } : {}),
  };
}
