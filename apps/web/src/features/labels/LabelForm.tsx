import { LABEL_COLORS, LABEL_SHAPES, type LabelJson } from "@galka/contract/json/thread";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Modal } from "../../ui/Modal.tsx";
import { LabelMark } from "./LabelMark.tsx";

type Props = { readonly label: LabelJson | null; readonly onClose: () => void };

/** Makes a label, or changes one. */
export function LabelForm({ label, onClose }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const words = useErrorWords();
  const [name, setName] = useState(label?.name ?? "");
  const [color, setColor] = useState(label?.color ?? "blue");
  const [shape, setShape] = useState(label?.shape ?? "circle");
  const [error, setError] = useState<string | null>(null);

  function save(): void {
    const body = { name, color, shape };
    const saved = label
      ? api("updateLabel", { params: { id: label.id }, body })
      : api("createLabel", { body });
    saved.then(onClose, (refused: unknown) => setError(words(refused)));
  }

  return (
    <Modal open onClose={onClose} title={label ? t("labels.edit") : t("labels.add")} width="small">
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field label={t("labels.name")} error={error}>
          {(described) => (
            <input
              {...described}
              className="field"
              required
              maxLength={40}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <fieldset>
          <legend className="mb-1 text-list font-medium text-ink-2">{t("labels.color")}</legend>
          <div className="flex flex-wrap gap-1">
            {LABEL_COLORS.map((it) => (
              <Choice
                key={it}
                name="color"
                label={t(`labels.colors.${it}`)}
                checked={it === color}
                onChoose={() => setColor(it)}
              >
                <LabelMark color={it} shape="circle" size={18} />
              </Choice>
            ))}
          </div>
        </fieldset>
        <fieldset>
          <legend className="mb-1 text-list font-medium text-ink-2">{t("labels.shape")}</legend>
          <div className="flex flex-wrap gap-1">
            {LABEL_SHAPES.map((it) => (
              <Choice
                key={it}
                name="shape"
                label={t(`labels.shapes.${it}`)}
                checked={it === shape}
                onChoose={() => setShape(it)}
              >
                <LabelMark color={color} shape={it} size={18} />
              </Choice>
            ))}
          </div>
        </fieldset>
        <Button type="submit" look="primary" className="self-end">
          {t("action.save")}
        </Button>
      </form>
    </Modal>
  );
}

type ChoiceProps = {
  readonly name: string;
  readonly label: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
};

function Choice({ name, label, checked, onChoose, children }: ChoiceProps) {
  return (
    <label
      title={label}
      className="grid size-9 cursor-pointer place-items-center rounded-control border border-transparent has-checked:border-edge has-checked:bg-surface-3 has-focus-visible:outline-2 pointer-coarse:size-11"
    >
      <input
        type="radio"
        name={name}
        className="sr-only"
        checked={checked}
        onChange={onChoose}
        aria-label={label}
      />
      {children}
    </label>
  );
}
