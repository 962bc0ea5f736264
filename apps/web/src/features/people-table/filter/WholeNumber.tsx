type Props = {
  readonly id: string;
  readonly label: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
};

/** A number without a fraction; undefined while nothing is written. */
export function WholeNumber({ id, label, value, onChange }: Props) {
  return (
    <label htmlFor={id} className="flex min-w-24 flex-1 flex-col gap-1 text-meta text-ink-2">
      {label}
      <input
        id={id}
        type="number"
        min={0}
        max={3660}
        className="field text-ink"
        value={value ?? ""}
        onChange={(event) => {
          const written = event.target.valueAsNumber;
          onChange(Number.isNaN(written) ? undefined : Math.max(0, Math.round(written)));
        }}
      />
    </label>
  );
}
