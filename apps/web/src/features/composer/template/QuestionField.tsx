import { unreachable } from "@galka/core/kernel/unreachable";
import type { Variable } from "@galka/core/templates/variables";
import type { FileJson } from "@galka/contract/json/message";
import type { TemplateJson } from "@galka/contract/json/templates/template";
import { useTranslation } from "react-i18next";
import { Field } from "../../../ui/Field.tsx";
import { HeaderFileField } from "./HeaderFileField.tsx";
import { type TemplateAnswers, answerKey } from "./template-form.ts";

type Props = {
  readonly template: TemplateJson;
  readonly question: Variable;
  readonly answers: TemplateAnswers;
  readonly onText: (key: string, text: string) => void;
  readonly onFile: (key: string, file: FileJson | null) => void;
};

/** What one variable of a template asks for. */
export function QuestionField({ template, question, answers, onText, onFile }: Props) {
  const { t } = useTranslation();
  const { place, key, card } = question;
  const side = card === undefined ? template : template.cards?.[card];
  const text = (part: string, label: string, more: TextMore = {}) => {
    const at = answerKey(question, part);
    const named = card === undefined ? label : t("template.cardValue", { number: card + 1, label });
    return (
      <TextLine
        key={at}
        label={named}
        value={answers.texts[at] ?? ""}
        onChange={(value) => onText(at, value)}
        {...more}
      />
    );
  };
  switch (place) {
    case "header-file": {
      const at = answerKey(question);
      return (
        <HeaderFileField
          kind={mediaKind(side?.header?.kind)}
          file={answers.files[at] ?? null}
          onFile={(file) => onFile(at, file)}
        />
      );
    }
    case "header-place":
      return (
        <fieldset className="flex flex-col gap-3">
          {text("latitude", t("template.latitude"), { hint: t("template.placeHint") })}
          {text("longitude", t("template.longitude"))}
          {text("name", t("template.placeName"), { isOptional: true })}
          {text("address", t("template.placeAddress"), { isOptional: true })}
        </fieldset>
      );
    case "header-product":
      return (
        <fieldset className="flex flex-col gap-3">
          {text("catalog", t("template.catalogId"))}
          {text("product", t("template.productId"))}
        </fieldset>
      );
    case "products":
      return (
        <fieldset className="flex flex-col gap-3">
          {text("title", t("template.productsTitle"))}
          {text("", t("template.productIds"), { hint: t("template.productIdsHint") })}
        </fieldset>
      );
    case "offer-end":
      return text("", t("template.offerEnds"), { type: "datetime-local" });
    case "button":
      return text(
        "",
        t("template.buttonValue", { title: side?.buttons[Number(key)]?.title ?? key }),
      );
    case "header":
      return text("", t("template.headerValue", { name: key.replaceAll("_", " ") }));
    case "body":
      return text("", t("template.bodyValue", { name: key.replaceAll("_", " ") }));
    default:
      return unreachable(place);
  }
}

type TextMore = {
  readonly hint?: string;
  readonly type?: "text" | "datetime-local";
  readonly isOptional?: boolean;
};

type LineProps = TextMore & {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

function TextLine({ label, value, onChange, hint, type = "text", isOptional = false }: LineProps) {
  return (
    <Field label={label} hint={hint ?? null}>
      {(tied) => (
        <input
          {...tied}
          type={type}
          className="field"
          required={!isOptional}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

function mediaKind(kind: string | undefined): "image" | "video" | "document" {
  return kind === "image" || kind === "video" ? kind : "document";
}
