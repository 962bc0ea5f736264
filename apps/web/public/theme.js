// Sets the theme and the language before the first paint, so that neither flashes. Runs before everything else.
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");

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

  show();
  // A page that nobody is signed in to follows the system, too.
  dark.addEventListener("change", show);
  root.lang = kept("galka.locale") ?? (navigator.language.startsWith("ru") ? "ru" : "en");
})();
