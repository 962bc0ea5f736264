import type { TemplateButton } from "@galka/core/templates/button";
import type { LintFinding } from "@galka/core/templates/lint/lint-template";
import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../../ui/IconButton.tsx";
import { Select } from "../../../ui/controls/Select.tsx";
import { OneButton } from "./OneButton.tsx";
import { Remarks } from "./Remarks.tsx";
import { findingsAt } from "./editing.ts";

const KINDS = [
  "reply",
  "url",
  "phone",
  "copy-code",
  "flow",
  "catalog",
  "products",
  "product",
  "call",
  "ask-contact",
] as const;
/** What a card can have. */
const CARD_KINDS = ["reply", "url", "phone"] as const;

type Props = {
  readonly buttons: readonly TemplateButton[];
  readonly findings: readonly LintFinding[];
  readonly card?: number;
  readonly onChange: (buttons: readonly TemplateButton[]) => void;
};

/** The buttons in their order, each with what is wrong with it. */
export function ButtonList({ buttons, findings, card, onChange }: Props) {
  const { t } = useTranslation();
  const kinds = card === undefined ? KINDS : CARD_KINDS;
  const swap = (from: number, to: number) => {
    const [one, other] = [buttons[from], buttons[to]];
    if (one && other) onChange(buttons.with(from, other).with(to, one));
  };
  return (
    <div className="flex flex-col gap-3">
      {buttons.map((button, index) => {
        const place = {
          part: "buttons" as const,
          ...(card !== undefined && { card }),
          button: index,
        };
        return (
          <fieldset
            // oxlint-disable-next-line react/no-array-index-key -- buttons have no identity but their place
            key={index}
            className="flex flex-col gap-3 rounded-control border p-3"
          >
            <legend className="px-1 text-list font-medium text-ink-2">
              {t(`templates.button.${button.kind}`)}
            </legend>
            <OneButton button={button} onChange={(next) => onChange(buttons.with(index, next))} />
            <Remarks findings={findingsAt(findings, place)} />
            <p className="flex justify-end">
              <IconButton
                label={t("templates.buttonUp")}
                disabled={index === 0}
                onClick={() => swap(index, index - 1)}
              >
                <ArrowUp size={16} aria-hidden="true" />
              </IconButton>
              <IconButton
                label={t("templates.buttonDown")}
                disabled={index === buttons.length - 1}
                onClick={() => swap(index, index + 1)}
              >
                <ArrowDown size={16} aria-hidden="true" />
              </IconButton>
              <IconButton
                label={t("templates.buttonRemove")}
                onClick={() => onChange(buttons.filter((_, at) => at !== index))}
              >
                <Trash2 size={16} aria-hidden="true" />
              </IconButton>
            </p>
          </fieldset>
        );
      })}
      <Select
        label={t("templates.addButton")}
        options={kinds.map((value) => ({ value, name: t(`templates.button.${value}`) }))}
        value={NONE}
        none={t("templates.addButton")}
        onChange={(kind) => onChange([...buttons, begun(kind)])}
      />
    </div>
  );
}

type Choice = (typeof KINDS)[number] | "";
const NONE: Choice = "";

function begun(kind: Choice): TemplateButton {
  switch (kind) {
    case "url":
      return { kind, title: "", url: "https://" };
    case "phone":
      return { kind, title: "", phone: "+" };
    case "flow":
      return { kind, title: "", flowId: "", action: "navigate" };
    case "":
      return { kind: "reply", title: "" };
    default:
      return { kind, title: "" };
  }
}
