// Sets the theme and the language before the first paint, so that neither flashes. Runs before everything else.
(() => {
  const root = document.documentElement;
  let theme = null;
  let locale = null;
  try {
    theme = localStorage.getItem("galka.theme");
    locale = localStorage.getItem("galka.locale");
  } catch {
    // Storage may be forbidden; the system's preference is used then.
  }
  const dark =
    theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.dataset.theme = dark ? "dark" : "light";
  root.lang = locale ?? (navigator.language.startsWith("ru") ? "ru" : "en");
})();
