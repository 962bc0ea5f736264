import { useId } from "react";

type Props<T extends string> = {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly words: (option: T) => string;
  readonly onChange: (option: T) => void;
  readonly hint?: string | undefined;
  /** The name is told to screen readers alone. */
  readonly bare?: boolean;
  readonly disabled?: boolean;
};

/** One of several, chosen from a list. */
export function Choice<T extends string>(props: Props<T>) {
  const { label, value, options, words, onChange, hint, bare = false, disabled = false } = props;
  const id = useId();
  return (
    <div className="min-w-0">
      {!bare && (
        <label htmlFor={id} className="mb-1 block text-list font-medium text-ink-2">
          {label}
        </label>
      )}
      <select
        id={id}
        aria-label={bare ? label : undefined}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        value={value}
        disabled={disabled}
        className="field"
        onChange={(event) => {
          const chosen = options.find((it) => it === event.target.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {words(option)}
          </option>
        ))}
      </select>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-1 text-meta text-ink-3">
          {hint}
        </p>
      )}
    </div>
  );
}
