import type { Locale } from "../../../i18n/start-i18n.ts";

export type Emoji = {
  readonly emoji: string;
  readonly label: string;
  readonly tags: readonly string[];
  /** The group it is filed under, as emojibase numbers them. */
  readonly group: number;
};

type CompactEmoji = {
  readonly unicode: string;
  readonly label: string;
  readonly tags?: readonly string[] | undefined;
  readonly group?: number | undefined;
};

const SOURCES = {
  en: () => import("emojibase-data/en/compact.json"),
  ru: () => import("emojibase-data/ru/compact.json"),
} as const;

/** Skin tones and hair by themselves, which nobody sends. */
const COMPONENTS = 2;

const loaded = new Map<Locale, Promise<readonly Emoji[]>>();

/** All emoji with their names in `locale`; fetched once, when somebody first wants one. */
export function loadEmoji(locale: Locale): Promise<readonly Emoji[]> {
  const loading = loaded.get(locale) ?? read(locale);
  loaded.set(locale, loading);
  return loading;
}

async function read(locale: Locale): Promise<readonly Emoji[]> {
  const { default: all }: { default: readonly CompactEmoji[] } = await SOURCES[locale]();
  return all.flatMap(({ unicode, label, tags = [], group }) =>
    group === undefined || group === COMPONENTS ? [] : [{ emoji: unicode, label, tags, group }],
  );
}

/** The emoji whose name or tags begin with every word of `query`; whole names first. */
export function searchEmoji(all: readonly Emoji[], query: string, limit: number): readonly Emoji[] {
  const words = query
    .toLowerCase()
    .split(/[\s_]+/)
    .filter(Boolean);
  if (words.length === 0) return [];
  const found = all.filter(({ label, tags }) => {
    const names = [...label.toLowerCase().split(/[\s-]+/), ...tags];
    return words.every((word) => names.some((name) => name.startsWith(word)));
  });
  const first = words[0] ?? "";
  return found.toSorted((a, b) => rank(a, first) - rank(b, first)).slice(0, limit);
}

function rank({ label, tags }: Emoji, word: string): number {
  if (label.toLowerCase() === word) return 0;
  if (label.toLowerCase().startsWith(word)) return 1;
  return tags.includes(word) ? 2 : 3;
}
