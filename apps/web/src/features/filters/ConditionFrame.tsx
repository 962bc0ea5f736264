import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../ui/IconButton.tsx";
import { type Option, Select } from "../../ui/controls/Select.tsx";

type Props<F extends string> = {
  /** What it is about. */
  readonly field: F;
  readonly fields: readonly Option<F>[];
  readonly isNot: boolean;
  readonly onField: (field: F) => void;
  readonly onNot: (isNot: boolean) => void;
  readonly onRemove: () => void;
  /** Where its values are chosen. */
  readonly children: ReactNode;
};

/** One condition: about what, whether it is so or not, and which values. */
export function ConditionFrame<F extends string>(props: Props<F>) {
  const { field, fields, isNot, onField, onNot, onRemove, children } = props;
  const { t } = useTranslation();
  const name = fields.find((it) => it.value === field)?.name ?? field;
  const whether = [
    { value: "is", name: t("filters.is") },
    { value: "not", name: t("filters.isNot") },
  ] as const;
  return (
    <li className="flex flex-col gap-2 rounded-control border p-2">
      <div className="flex items-center gap-2">
        <Select
          label={t("filters.about")}
          className="field min-w-0 flex-1"
          options={fields}
          value={field}
          onChange={onField}
        />
        <Select
          label={t("filters.whether", { name })}
          className="field w-auto"
          options={whether}
          value={isNot ? "not" : "is"}
          onChange={(chosen) => onNot(chosen === "not")}
        />
        <IconButton label={t("filters.removeCondition", { name })} onClick={onRemove}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      </div>
      {children}
    </li>
  );
}
