/** One emoji with the words it can be found by. */
export type Emoji = {
  readonly emoji: string;
  readonly label: string;
  readonly group: number;
  readonly words: string;
};

/** Groups of Unicode as emojibase numbers them; 2 (skin tones) is not for choosing. */
export const GROUPS = [0, 1, 3, 4, 5, 6, 7, 8, 9] as const;

const loaded = new Map<string, Promise<readonly Emoji[]>>();

/** The emoji with their names in the reader's language; fetched when first needed. */
export function loadEmoji(language: string): Promise<readonly Emoji[]> {
  const russian = language.startsWith("ru");
  const key = russian ? "ru" : "en";
  const loading = loaded.get(key) ?? load(russian);
  loaded.set(key, loading);
  return loading;
}

async function load(russian: boolean): Promise<readonly Emoji[]> {
  const { default: data } = russian
    ? await import("emojibase-data/ru/compact.json")
    : await import("emojibase-data/en/compact.json");
  return data
    .filter((it) => it.group !== undefined && it.group !== 2)
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .map((it) => ({
      emoji: it.unicode,
      label: it.label,
      group: it.group ?? 0,
      words: [it.label, ...(it.tags ?? [])].join(" ").toLocaleLowerCase(),
    }));
}

/** What fits the sought words, best first: a name that begins with them, then any word that does. */
export function findEmoji(all: readonly Emoji[], sought: string, limit: number): readonly Emoji[] {
  const words = sought.trim().toLocaleLowerCase().split(/\s+/);
  const fits = all.filter((it) =>
    words.every((word) => it.words.split(/[\s-]+/).some((own) => own.startsWith(word))),
  );
  const first = words.join(" ");
  const exact = fits.filter((it) => it.label.toLocaleLowerCase().startsWith(first));
  const rest = fits.filter((it) => !it.label.toLocaleLowerCase().startsWith(first));
  return [...exact, ...rest].slice(0, limit);
}
