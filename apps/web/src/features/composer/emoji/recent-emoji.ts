const KEY = "galka.emoji";
const COUNT = 16;
const USUAL = ["👍", "🙏", "😊", "👌", "🎉", "❤️", "😂", "✅"];

/** The emoji used last, newest first; the usual ones until there are some. */
export function recentEmoji(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    const own = Array.isArray(kept) ? kept.filter((it) => typeof it === "string") : [];
    return [...new Set([...own, ...USUAL])].slice(0, COUNT);
  } catch {
    return USUAL;
  }
}

export function rememberEmoji(emoji: string): void {
  try {
    const others = recentEmoji().filter((it) => it !== emoji);
    localStorage.setItem(KEY, JSON.stringify([emoji, ...others].slice(0, COUNT)));
  } catch {
    // Not remembered; the usual ones are offered again.
  }
}
