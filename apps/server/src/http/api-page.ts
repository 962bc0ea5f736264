import type { OpenApi, Operation } from "./open-api.ts";

/** The API for people: one page, no script, so that the policy of the app stands here too. */
export function apiPage(document: OpenApi): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Galka API</title>
<link rel="stylesheet" href="/api/docs.css">
</head>
<body>
<header>
<h1>Galka API</h1>
<p>${escape(String(document.info["description"]))}
As a document: <a href="/api/openapi.json">openapi.json</a>.</p>
</header>
<nav aria-label="Operations"><ul>${operations.map((it) => `<li><a href="#${it.operation.operationId}">${escape(it.operation.operationId)}</a></li>`).join("")}</ul></nav>
<main>
${operations.map((it) => section(it.path, it.method, it.operation)).join("\n")}
</main>
</body>
</html>`;
}

function section(path: string, method: string, operation: Operation): string {
  const { operationId, summary, parameters, requestBody, responses } = operation;
  return `<section id="${operationId}">
<h2><span class="method">${method.toUpperCase()}</span> <code>${escape(path)}</code></h2>
<p>${escape(summary)}.</p>
${parameters ? details("Parameters", parameters) : ""}
${requestBody ? details("Request", requestBody["content"]) : ""}
${details("Answer", responses["200"]?.["content"])}
</section>`;
}

function details(title: string, value: unknown): string {
  // The pre scrolls sideways, so the keyboard must reach it.
  return `<details><summary>${title}</summary><pre tabindex="0">${escape(JSON.stringify(value, null, 2))}</pre></details>`;
}

function escape(text: string): string {
  const entities: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
  };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
