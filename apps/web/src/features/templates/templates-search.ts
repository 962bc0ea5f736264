/** What the page's address says: which number, which templates of it, and which one is open. */
export type TemplatesSearch = {
  readonly channel?: string;
  readonly q?: string;
  readonly show?: "approved" | "waiting" | "trouble" | "drafts" | "hidden";
  readonly category?: "marketing" | "utility" | "authentication";
  /** The name of the template that is looked at, and its language. */
  readonly open?: string;
  readonly language?: string;
  /** The draft that is written. */
  readonly draft?: string;
};

const SHOWS = ["approved", "waiting", "trouble", "drafts", "hidden"] as const;
const CATEGORIES = ["marketing", "utility", "authentication"] as const;

/** Reads the address; what is not understood is left out. */
export function readTemplatesSearch(search: Record<string, unknown>): TemplatesSearch {
  const { channel, q, open, language, draft } = search;
  const show = SHOWS.find((it) => it === search["show"]);
  const category = CATEGORIES.find((it) => it === search["category"]);
  return {
    ...(typeof channel === "string" ? { channel } : {}),
    ...(typeof q === "string" && q !== "" ? { q } : {}),
    ...(show ? { show } : {}),
    ...(category ? { category } : {}),
    ...(typeof open === "string" ? { open } : {}),
    ...(typeof language === "string" ? { language } : {}),
    ...(typeof draft === "string" ? { draft } : {}),
  };
}
