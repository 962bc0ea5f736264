import type { TemplateCard } from "@galka/core/templates/parts";
import { Plus, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { IconButton } from "../../../ui/IconButton.tsx";
import { Select } from "../../../ui/controls/Select.tsx";
import { ButtonList } from "./ButtonList.tsx";
import { EditorPart } from "./EditorPart.tsx";
import { ExampleFields } from "./ExampleFields.tsx";
import { Remarks } from "./Remarks.tsx";
import { SampleField } from "./SampleField.tsx";
import { TextField } from "./TextField.tsx";
import { type Editing, findingsAt } from "./editing.ts";

const CARDS_MOST = 10;
const CARD_BODY_MAX = 160;
const HEADS = ["image", "video", "product"] as const;

/** The cards of a carousel; all of one shape. */
export function CardFields({ editing }: { readonly editing: Editing }) {
  const { t } = useTranslation();
  const { text, onChange } = editing;
  const cards = text.cards ?? [];
  const last = cards.at(-1);
  return (
    <EditorPart title={t("templates.cards")} editing={editing} at={{ part: "cards" }}>
      {cards.map((card, index) => (
        <Card
          // oxlint-disable-next-line react/no-array-index-key -- cards have no identity but their place
          key={index}
          card={card}
          index={index}
          findings={editing.findings}
          onChange={(next) => onChange({ ...text, cards: cards.with(index, next) })}
          onRemove={() => onChange({ ...text, cards: cards.filter((_, at) => at !== index) })}
        />
      ))}
      <Button
        className="self-start"
        disabled={cards.length >= CARDS_MOST || !last}
        icon={<Plus size={16} aria-hidden="true" />}
        onClick={() => last && onChange({ ...text, cards: [...cards, alike(last)] })}
      >
        {t("templates.addCard")}
      </Button>
    </EditorPart>
  );
}

/** Another card of the same shape, without the words and the file. */
function alike({ header, body, buttons }: TemplateCard): TemplateCard {
  return {
    header: header.kind === "image" || header.kind === "video" ? { kind: header.kind } : header,
    body: body === null ? null : "",
    buttons: buttons.map((button) => ({ ...button })),
  };
}

type CardProps = {
  readonly card: TemplateCard;
  readonly index: number;
  readonly findings: Editing["findings"];
  readonly onChange: (card: TemplateCard) => void;
  readonly onRemove: () => void;
};

function Card({ card, index, findings, onChange, onRemove }: CardProps) {
  const { t } = useTranslation();
  const { header, body } = card;
  const at = (part: "header" | "body" | "buttons" | "cards") =>
    findingsAt(findings, { part, card: index });
  return (
    <fieldset className="flex flex-col gap-3 rounded-control border p-3">
      <legend className="px-1 text-list font-medium text-ink-2">
        {t("templates.card", { number: index + 1 })}
      </legend>
      <div className="flex items-start justify-between gap-2">
        <Select
          label={t("templates.headerTitle")}
          options={HEADS.map((value) => ({ value, name: t(`templates.header.${value}`) }))}
          value={HEADS.find((it) => it === header.kind) ?? "image"}
          onChange={(kind) => onChange({ ...card, header: { kind } })}
        />
        <IconButton label={t("templates.removeCard", { number: index + 1 })} onClick={onRemove}>
          <Trash2 size={16} aria-hidden="true" />
        </IconButton>
      </div>
      {header.kind === "image" || header.kind === "video" ? (
        <SampleField
          kind={header.kind}
          sample={header.sample}
          onChange={(sample) => onChange({ ...card, header: { ...header, sample } })}
        />
      ) : null}
      <TextField
        label={t("templates.cardText")}
        value={body ?? ""}
        max={CARD_BODY_MAX}
        onChange={(value) => onChange({ ...card, body: value === "" ? null : value })}
      />
      <ExampleFields
        text={body ?? ""}
        examples={card.bodyExamples ?? {}}
        onChange={(bodyExamples) => onChange({ ...card, bodyExamples })}
      />
      <Remarks
        findings={[...at("header"), ...at("body"), ...at("cards"), ...at("buttons")]}
        about={body ?? ""}
      />
      <ButtonList
        buttons={card.buttons}
        findings={findings}
        card={index}
        onChange={(buttons) => onChange({ ...card, buttons })}
      />
    </fieldset>
  );
}
