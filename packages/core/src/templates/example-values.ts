import type { CardValues, TemplateValues } from "../messages/content.ts";
import type { TemplateButton } from "./button.ts";
import type { Sample, TemplateHeader, TemplateParts } from "./parts.ts";
import { variableKeys } from "./variables.ts";

/** The values that the reviewer sees: the examples, and the samples that are files of ours. */
export function exampleValues(template: TemplateParts): TemplateValues {
  const { header, body, bodyExamples, buttons, cards, code } = template;
  const [key] = header?.kind === "text" ? variableKeys(header.text) : [];
  const example = header?.kind === "text" ? header.example : undefined;
  const texts = code ? codeExample(body) : bodyExamples;
  return {
    ...(key !== undefined && example ? { header: { [key]: example } } : {}),
    ...fileOf(header),
    ...(texts && { body: filledOnly(texts) }),
    ...buttonExamples(buttons),
    ...(cards && {
      cards: cards.map((card): CardValues => ({
        ...fileOf(card.header),
        ...(card.bodyExamples && { body: filledOnly(card.bodyExamples) }),
        ...buttonExamples(card.buttons),
      })),
    }),
  };
}

const EXAMPLE_CODE = "481516";

function codeExample(body: string): Readonly<Record<string, string>> {
  return Object.fromEntries(variableKeys(body).map((key) => [key, EXAMPLE_CODE]));
}

/** An example that is not written yet leaves the variable to be seen. */
function filledOnly(texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ""));
}

function fileOf(header: TemplateHeader | null): Pick<CardValues, "headerFile"> {
  const sample: Sample | undefined = header && "sample" in header ? header.sample : undefined;
  if (sample?.from !== "file") return {};
  return { headerFile: { fileId: sample.fileId, name: sample.name } };
}

/** The example of a link is the whole address; its variable is what stands behind the fixed part. */
function buttonExamples(buttons: readonly TemplateButton[]): Pick<CardValues, "buttons"> {
  const entries = buttons.flatMap((button, index): (readonly [string, string])[] => {
    if (button.kind === "copy-code" && button.example) return [[String(index), button.example]];
    if (button.kind !== "url" || !button.example) return [];
    const fixed = button.url.replace(/\{\{[^{}]*\}\}.*$/u, "");
    const value = button.example.startsWith(fixed)
      ? button.example.slice(fixed.length)
      : button.example;
    return value === "" ? [] : [[String(index), value]];
  });
  return entries.length === 0 ? {} : { buttons: Object.fromEntries(entries) };
}
