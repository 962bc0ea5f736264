import { fillTemplate, filledText } from "@galka/core/templates/fill";
import { type Variable, templateVariables } from "@galka/core/templates/variables";
import type { MessageContentJson } from "@galka/contract/json/content";
import type { DraftJson, FileJson } from "@galka/contract/json/message";
import type { TemplateJson } from "@galka/contract/json/templates/template";
import { toTemplate } from "./templates-query.ts";

export type FilledContent = Extract<MessageContentJson, { kind: "template" }>;
type Values = Extract<DraftJson, { kind: "template" }>["values"];

/** What a member has filled in: texts by place and key, and the header's file. */
export type TemplateAnswers = {
  readonly texts: Readonly<Record<string, string>>;
  readonly file: FileJson | null;
};

/** One key for a variable, wherever in the template it stands. */
export function answerKey({ place, key }: Variable): string {
  return `${place}:${key}`;
}

/** The variables that a template asks for. */
export function questionsOf(template: TemplateJson): readonly Variable[] {
  return templateVariables(toTemplate(template));
}

export function valuesOf(template: TemplateJson, answers: TemplateAnswers): Values {
  const texts = (place: Variable["place"]) =>
    Object.fromEntries(
      questionsOf(template)
        .filter((variable) => variable.place === place)
        .map((variable) => [variable.key, answers.texts[answerKey(variable)]?.trim() ?? ""])
        .filter(([, text]) => text !== ""),
    );
  return {
    header: texts("header"),
    body: texts("body"),
    buttons: texts("button"),
    ...(answers.file ? { headerFileId: answers.file.id } : {}),
  };
}

/** The message as it will be sent, or null while something is missing or would be refused. */
export function filledContent(
  template: TemplateJson,
  answers: TemplateAnswers,
): FilledContent | null {
  const { headerFileId, ...texts } = valuesOf(template, answers);
  const filled = fillTemplate(toTemplate(template), {
    ...texts,
    ...(headerFileId ? { headerFile: fileAs(headerFileId, answers.file) } : {}),
  });
  // The core's contents are read-only; the contract's say the same without the word.
  return "refused" in filled ? null : structuredClone(filled as FilledContent);
}

/** The message as far as it is filled in: what is missing stays as it stands in the template. */
export function previewContent(template: TemplateJson, answers: TemplateAnswers): FilledContent {
  const values = valuesOf(template, answers);
  const header = template.header;
  const shownHeader: FilledContent["header"] =
    header?.kind === "text"
      ? { kind: "text", text: filledText(header.text, values.header ?? {}) }
      : answers.file && header && isMedia(header.kind)
        ? { kind: header.kind, file: fileAs(answers.file.id, answers.file) }
        : undefined;
  return {
    kind: "template",
    name: template.name,
    language: template.language,
    ...(shownHeader ? { header: shownHeader } : {}),
    text: filledText(template.body, values.body ?? {}),
    ...(template.footer === null ? {} : { footer: template.footer }),
    buttons: template.buttons.map(({ title }) => ({ kind: "other", title })),
    values: {},
  };
}

function isMedia(kind: string): kind is "image" | "video" | "document" {
  return kind === "image" || kind === "video" || kind === "document";
}

function fileAs(fileId: string, file: FileJson | null): { fileId: string; name?: string } {
  return { fileId, ...(file?.name ? { name: file.name } : {}) };
}
