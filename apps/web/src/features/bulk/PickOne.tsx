type Props = {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly name: string }[];
  readonly onPick: (value: string) => void;
};

/** A choice that is made at once and leaves nothing chosen. */
export function PickOne({ label, options, onPick }: Props) {
  return (
    <select
      aria-label={label}
      className="field w-auto max-w-36"
      value=""
      onChange={(event) => onPick(event.target.value)}
    >
      <option value="" disabled hidden>
        {label}
      </option>
      {options.map(({ value, name }) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  );
}
