export type Option<T extends string = string> = { readonly value: T; readonly name: string };

type Props<T extends string> = {
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** Shown while nothing is chosen. */
  readonly none?: string;
  readonly className?: string;
};

/** One of a few. As wide as its words, unless told otherwise. */
export function Select<T extends string>(props: Props<T>) {
  const { label, options, value, onChange, none, className = "field w-auto max-w-full" } = props;
  return (
    <select
      aria-label={label}
      className={className}
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value);
        if (chosen) onChange(chosen.value);
      }}
    >
      {none === undefined || options.some((option) => option.value === value) ? null : (
        <option value={value}>{none}</option>
      )}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.name}
        </option>
      ))}
    </select>
  );
}
