import type { Plugin, Rolldown } from "vite";

/** What `public/theme.js` is told, by the attribute that tells it. */
const TOLD: Readonly<Record<string, RegExp>> = {
  "data-words-en": /i18n[\\/]en\.json$/,
  "data-words-ru": /i18n[\\/]ru\.json$/,
  "data-door": /features[\\/]sign-in[\\/]SignInPage\.tsx$/,
  "data-desk": /features[\\/](?:shell[\\/]SignedIn|inbox[\\/]InboxPage)\.tsx$/,
  "data-thread": /features[\\/]thread[\\/]ConversationPlace\.tsx$/,
};

/**
 * Tells the page's first script how the files are called that will be asked for
 * next, so that the browser fetches them beside the page's code and not after it.
 */
export function tellAhead(): Plugin {
  return {
    name: "galka:tell-ahead",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((it) => it.type === "chunk");
        const first = chunks.filter(({ isEntry }) => isEntry).flatMap((it) => reach(chunks, it));
        const told = Object.entries(TOLD).map(([attribute, module]) => {
          const wanted = chunks.filter((it) => module.test(it.facadeModuleId ?? ""));
          if (wanted.length === 0) throw new Error(`Nothing was built of ${module}.`);
          const files = new Set(wanted.flatMap((it) => reach(chunks, it)));
          const paths = [...files].filter((it) => !first.includes(it)).map((it) => `/${it}`);
          return `${attribute}="${paths.join(" ")}"`;
        });
        return html.replace('src="/theme.js"', `src="/theme.js" ${told.join(" ")}`);
      },
    },
  };
}

/** A chunk and all that it cannot run without. */
function reach(
  chunks: readonly Rolldown.OutputChunk[],
  chunk: Rolldown.OutputChunk,
  seen = new Set<string>(),
): string[] {
  if (seen.has(chunk.fileName)) return [];
  seen.add(chunk.fileName);
  const needed = chunks.filter(({ fileName }) => chunk.imports.includes(fileName));
  return [chunk.fileName, ...needed.flatMap((it) => reach(chunks, it, seen))];
}
