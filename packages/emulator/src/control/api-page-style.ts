/** How the page of the control API looks, light and dark, on a phone and on a desk. */
export const API_PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --ink: light-dark(#1b1f24, #e6e9ec);
  --ink-2: light-dark(#565f6a, #a4adb8);
  --paper: light-dark(#ffffff, #14171a);
  --shade: light-dark(#f3f5f7, #1e2327);
  --line: light-dark(#dfe3e8, #30363d);
  --link: light-dark(#0b57d0, #8ab4f8);
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem 1rem 4rem; font: 0.9375rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
a { color: var(--link); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 0.25rem; }
h1 { font-size: 1.5rem; margin: 0 0 0.25rem; }
h2 { font-size: 1.125rem; margin: 2rem 0 0.5rem; }
section:first-of-type h2 { margin-top: 0; }
h3 { display: flex; gap: 0.625rem; align-items: baseline; font-size: 0.875rem; margin: 0; font-weight: 600; }
h3 code { overflow-wrap: anywhere; min-width: 0; }
p, dl { margin: 0.25rem 0; }
header p, .answer, dd { color: var(--ink-2); }
code, pre { font: 0.8125rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
h3 code { font-size: 0.875rem; }
.columns { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 2rem; margin-top: 1.5rem; }
nav ul { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow-y: auto; list-style: none; margin: 0; padding: 0; }
nav a { display: block; padding: 0.1875rem 0.5rem; border-radius: 0.375rem; color: var(--ink-2); text-decoration: none; }
nav a:hover { background: var(--shade); color: var(--ink); }
article { border-top: 1px solid var(--line); padding: 0.75rem 0; }
article:target { background: var(--shade); }
.method { flex: none; min-width: 3.75rem; padding: 0 0.375rem; border-radius: 0.25rem; background: var(--shade); text-align: center; font-size: 0.75rem; line-height: 1.25rem; }
.get { color: light-dark(#0b57d0, #8ab4f8); }
.post, .put { color: light-dark(#13653a, #7fd8a0); }
.patch { color: light-dark(#7a4b00, #f2c36b); }
.delete { color: light-dark(#b3261e, #f2958f); }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.125rem 1rem; }
dd { margin: 0; }
summary { cursor: pointer; width: max-content; max-width: 100%; padding: 0.125rem 0; color: var(--ink-2); }
pre { margin: 0.25rem 0; max-height: 28rem; overflow: auto; padding: 0.75rem; background: var(--shade); border-radius: 0.5rem; }
@media (max-width: 48rem) {
  .columns { grid-template-columns: minmax(0, 1fr); gap: 1rem; }
  nav ul { position: static; display: flex; max-height: none; overflow-x: auto; gap: 0.25rem; padding: 0.25rem 0; }
  nav a { white-space: nowrap; padding: 0.5rem 0.625rem; background: var(--shade); }
  dl { grid-template-columns: minmax(0, 1fr); }
  dd { margin-bottom: 0.375rem; }
}
`;
