import { classNames } from "../../ui/class-names.ts";
import { useTranslation } from "react-i18next";

type Props<T extends string> = {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly name: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: T[]) => void;
};

/** Several of a few: each a button that stays pressed. */
export function ChipChoice<T extends string>({ label, options, chosen, onChange }: Props<T>) {
  const { t } = useTranslation();
  if (options.length === 0)
    return <p className="text-list text-ink-2">{t("filters.nothingToChoose")}</p>;
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset's legend would be read twice beside the field's own name
    <div role="group" aria-label={label} className="flex max-h-40 flex-wrap gap-1 overflow-y-auto">
      {options.map(({ value, name }) => {
        const on = chosen.includes(value);
        return (
          <button
            key={value}
            type="button"
            aria-pressed={on}
            onClick={() =>
              onChange(
                options
                  .map((option) => option.value)
                  .filter((it) => (it === value ? !on : chosen.includes(it))),
              )
            }
            className={classNames(
              "min-h-7 rounded-full border px-2.5 text-list pointer-coarse:min-h-11",
              on
                ? "border-blue bg-blue-soft font-medium text-blue-ink"
                : "text-ink-2 hover:bg-surface-2",
            )}
          >
            <bdi>{name}</bdi>
          </button>
        );
      })}
    </div>
  );
}
