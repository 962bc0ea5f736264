import type { JsonObject } from "../json.ts";
import ANSWERS from "./answer-schemas.json" with { type: "json" };
import { API_PAGE_STYLE } from "./api-page-style.ts";
import { answerSchema, jsonSchema } from "./open-api.ts";
import { QUERY_PARAMETERS } from "./query-parameters.ts";
import type { DescribedRoute } from "./route.ts";

/** The control API as a page that is read without any script. */
export function apiPage(routes: readonly DescribedRoute[]): string {
  const subjects = Map.groupBy(routes, subjectOf);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Galka emulator: control API</title>
<style>${API_PAGE_STYLE}</style>
</head>
<body>
<header>
<h1>Control API</h1>
<p>JSON under <code>/_emulator</code>. As a document: <a href="/_emulator/openapi.json">openapi.json</a>. An error is <code>{"error":{"code","message"}}</code>, and its message says what to do.</p>
</header>
<div class="columns">
<nav aria-label="Subjects"><ul>
${[...subjects.keys()].map((it) => `<li><a href="#${it}">${titleOf(it)}</a></li>`).join("\n")}
<li><a href="#types">Types</a></li>
</ul></nav>
<main>
${[...subjects].map(([subject, its]) => section(subject, its)).join("\n")}
${types()}
</main>
</div>
</body>
</html>
`;
}

/** The first word of a path, which is what its route is about. */
function subjectOf({ path }: DescribedRoute): string {
  return path.split("/")[1] ?? "";
}

function titleOf(subject: string): string {
  const words = subject.replace(/\.json$/, "").replaceAll("-", " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function section(subject: string, routes: readonly DescribedRoute[]): string {
  return `<section id="${subject}" aria-labelledby="${subject}-title">
<h2 id="${subject}-title">${titleOf(subject)}</h2>
${routes.map(article).join("\n")}
</section>`;
}

function article(route: DescribedRoute): string {
  const { method, path, summary } = route;
  const parts = [
    `<h3><span class="method ${method.toLowerCase()}">${method}</span> <code>${breakable(`/_emulator${path}`)}</code></h3>`,
    `<p>${code(summary)}.</p>`,
    query(route),
    body(route),
    `<p class="answer">Answers ${answer(route.answer)}</p>`,
  ];
  return `<article>${parts.join("\n")}</article>`;
}

/** A long path may go on in the next line behind each slash. */
function breakable(path: string): string {
  return escape(path).replaceAll("/", "/<wbr>");
}

function query({ query: names = [] }: DescribedRoute): string {
  if (names.length === 0) return "";
  const rows = names.map((name) => {
    const meaning = QUERY_PARAMETERS[name].description ?? "";
    return `<dt><code>?${name}=</code></dt><dd>${code(meaning)}</dd>`;
  });
  const list = `<dl>${rows.join("\n")}</dl>`;
  if (names.length <= 3) return list;
  return `<details><summary>${names.length} query parameters</summary>${list}</details>`;
}

function body({ body: schema }: DescribedRoute): string {
  if (schema === undefined) return "";
  if (schema === "bytes") return "<p>The body is the bytes, with their Content-Type.</p>";
  return `<details><summary>Body</summary>${written(jsonSchema(schema))}</details>`;
}

function answer(name: string): string {
  if ("title" in answerSchema(name)) return escape(name);
  const linked = name.replace(/\w+(?=>|$)/, (type) => `<a href="#type-${type}">${type}</a>`);
  return `<code>${linked.replace(/^ListJson<(.*)>$/, "ListJson&lt;$1&gt;")}</code>`;
}

/** Every type that an answer has or speaks of. */
function types(): string {
  const all = Object.entries(ANSWERS).map(([name, schema]) => {
    const note = "description" in schema ? `<p>${code(schema.description)}</p>` : "";
    return `<article id="type-${name}"><h3><code>${name}</code></h3>${note}<details><summary>Schema of ${name}</summary>${written(schema)}</details></article>`;
  });
  return `<section id="types" aria-labelledby="types-title">
<h2 id="types-title">Types</h2>
<p>In TypeScript they are in <code>@galka/emulator/wire/*</code>. <code>ListJson&lt;T&gt;</code> is <code>{"data": T[], "next"}</code>; <code>next</code> is what the page behind it comes <code>after</code>.</p>
${all.join("\n")}
</section>`;
}

/** A schema as it is; the types that it speaks of are ways to them. */
function written(schema: JsonObject): string {
  const text = escape(JSON.stringify(schema, null, 2));
  const linked = text.replaceAll(
    /#\/components\/schemas\/(\w+)/g,
    (_, name: string) => `<a href="#type-${name}">${name}</a>`,
  );
  return `<pre tabindex="0">${linked}</pre>`;
}

/** Words with \`code\` in them. */
function code(text: string): string {
  return escape(text).replaceAll(/`([^`]+)`/g, "<code>$1</code>");
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
