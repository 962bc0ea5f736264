import { jsonSchema } from "./open-api.ts";
import { QUERY_PARAMETERS } from "./query-parameters.ts";
import type { DescribedRoute } from "./route.ts";

const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark; }
article { border-top: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding: 0.5rem 0; }
h2 { font-size: 1rem; margin: 0.5rem 0; overflow-wrap: anywhere; }
h2 code { font-weight: 600; }
pre { overflow-x: auto; padding: 0.75rem; background: color-mix(in srgb, currentColor 8%, transparent); border-radius: 0.5rem; font-size: 0.8125rem; }
p { margin: 0.25rem 0; }
`;

/** The control API as a page that is read without any script. */
export function apiPage(routes: readonly DescribedRoute[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Galka emulator: control API</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Galka emulator: control API</h1>
<p>JSON under <code>/_emulator</code>. As a document: <a href="/_emulator/openapi.json">openapi.json</a>.</p>
<p>An error is <code>{"error":{"code","message"}}</code>; the message says what to do.</p>
${routes.map(article).join("\n")}
</main>
</body>
</html>
`;
}

function article(route: DescribedRoute): string {
  const parts = [
    `<h2><code>${route.method} ${escape(`/_emulator${route.path}`)}</code></h2>`,
    `<p>${escape(route.summary)}.</p>`,
    ...(route.query ?? []).map((name) => {
      const meaning = QUERY_PARAMETERS[name].description ?? "";
      return `<p><code>?${name}=</code> ${escape(meaning)}.</p>`;
    }),
    ...bodyOf(route),
    `<p>Answers <code>${escape(route.answer)}</code>.</p>`,
  ];
  return `<article>${parts.join("\n")}</article>`;
}

function bodyOf({ body }: DescribedRoute): readonly string[] {
  if (body === undefined) return [];
  if (body === "bytes") return ["<p>The body is the bytes, with their Content-Type.</p>"];
  const schema = escape(JSON.stringify(jsonSchema(body), null, 2));
  return [`<details><summary>Body</summary><pre>${schema}</pre></details>`];
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
