// Runs before everything else: sets the theme and the language before the first paint, so that neither
// flashes, and has the browser fetch what the page's code is going to ask for while that code is on its way.
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  // Lists of files, told by the build; a page that is being written has none.
  const { wordsEn, wordsRu, door, desk, thread } = document.currentScript.dataset;

  function kept(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      // Storage may be forbidden; the system's preference is used then.
      return null;
    }
  }

  function show() {
    const theme = kept("galka.theme");
    root.dataset.theme = theme === "dark" || (theme !== "light" && dark.matches) ? "dark" : "light";
  }

  function fetchScripts(paths) {
    for (const href of paths?.split(" ") ?? []) {
      const link = Object.assign(document.createElement("link"), { rel: "modulepreload", href });
      document.head.append(link);
    }
  }

  /** An answer for api/ahead.ts to take; null where there was none. */
  function ask(path) {
    return fetch(path).catch(() => null);
  }

  show();
  // A page that nobody is signed in to follows the system, too.
  dark.addEventListener("change", show);
  root.lang = kept("galka.locale") ?? (navigator.language.startsWith("ru") ? "ru" : "en");

  const { pathname } = location;
  if (/^\/(?:sign-in|invitation)(?:\/|$)/.test(pathname)) {
    fetchScripts(door);
  } else {
    globalThis.galkaAhead = new Map(
      ["/api/v1/me", "/api/v1/snapshot"].map((path) => [path, ask(path)]),
    );
    fetchScripts(desk);
  }
  fetchScripts(root.lang === "ru" ? wordsRu : wordsEn);
  if (/^\/inbox\/./.test(pathname)) fetchScripts(thread);
})();
