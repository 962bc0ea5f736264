import { useId } from "react";
import { classNames } from "../../ui/class-names.ts";

type Props<T extends string> = {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly name: string }[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
};

/** A few exclusive choices side by side. */
export function Choices<T extends string>({ label, options, value, onChoose }: Props<T>) {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1 text-list font-medium text-ink-2">{label}</legend>
      <div className="inline-flex flex-wrap gap-0.5 rounded-control bg-surface-3 p-0.5">
        {options.map((option) => (
          <label
            key={option.value}
            className={classNames(
              "flex min-h-8 cursor-pointer items-center rounded-md px-3 has-focus-visible:outline-2 has-focus-visible:outline-blue pointer-coarse:min-h-11",
              option.value === value ? "bg-surface font-medium" : "text-ink-2",
            )}
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            {option.name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
