/** A page that would reload again so soon is not helped by it. */
const AGAIN_MS = 60_000;
const KEY = "galka.reloaded";

/**
 * Reloads a page that Galka was updated under.
 *
 * Such a page asks for a part of itself that the server does not have any
 * more. What was being written is kept and comes back. Without a line, or when
 * the server still has this very page, nothing is done: the part is asked for
 * again when it is next needed.
 */
export function reloadWhenOutdated(): void {
  globalThis.addEventListener("vite:preloadError", () => void reloadIfOutdated());
}

async function reloadIfOutdated(): Promise<void> {
  const answer = await fetch("/", { cache: "no-store" }).catch(() => null);
  if (!answer?.ok || isThisPage(await answer.text())) return;
  const last = Number(sessionStorage.getItem(KEY) ?? 0);
  if (Date.now() - last < AGAIN_MS) return;
  sessionStorage.setItem(KEY, String(Date.now()));
  location.reload();
}

/** Whether a page begins with the same scripts as this one; they are named by their content. */
function isThisPage(html: string): boolean {
  return ownScripts().every((path) => html.includes(path));
}

/** The scripts that the page itself names: another build names others. */
export function ownScripts(): string[] {
  const scripts = document.querySelectorAll<HTMLScriptElement>('script[src^="/assets/"]');
  return [...scripts].map(({ src }) => new URL(src).pathname);
}
