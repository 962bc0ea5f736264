import type { Template } from "./template.ts";

/** A place in a template that must be filled before it can be sent. */
export type Variable = {
  readonly place: "header" | "header-file" | "header-place" | "body" | "button";
  /** "1", "2", … or a name; for a button its index; empty for a file or a place. */
  readonly key: string;
};

/** What must be filled in, in the order in which a person reads the template. */
export function variablesOf(template: Pick<Template, "header" | "body" | "buttons">): Variable[] {
  return [
    ...headerVariables(template.header),
    ...variableKeys(template.body).map((key) => ({ place: "body" as const, key })),
    ...template.buttons.flatMap((button, index): Variable[] => {
      const asks =
        button.kind === "copy-code" ||
        (button.kind === "url" && variableKeys(button.url).length > 0);
      return asks ? [{ place: "button", key: String(index) }] : [];
    }),
  ];
}

/** The variables of a text, each once, in order of their first use: "{{1}} of {{name}}" has "1" and "name". */
export function variableKeys(text: string): string[] {
  const keys = Array.from(text.matchAll(/\{\{\s*(\w+)\s*\}\}/gu), ([, key]) => key ?? "");
  return [...new Set(keys)];
}

function headerVariables(header: Template["header"]): Variable[] {
  if (header === null || header.kind === "other") return [];
  if (header.kind === "text") {
    return variableKeys(header.text).map((key) => ({ place: "header", key }));
  }
  return [{ place: header.kind === "location" ? "header-place" : "header-file", key: "" }];
}
