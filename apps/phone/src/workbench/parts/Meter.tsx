type Props = {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** The value in words, as a screen reader says it. */
  readonly words: string;
};

/** How much of something is used. Amber from four fifths on, red when all of it is. */
export function Meter({ label, value, max, words }: Props) {
  const share = max === 0 ? 0 : Math.min(1, value / max);
  const colour = share >= 1 ? "bg-red" : share >= 0.8 ? "bg-amber" : "bg-blue";
  return (
    <div className="h-2 w-full overflow-hidden rounded-full bg-surface-3">
      <meter
        className="sr-only"
        aria-label={label}
        aria-valuetext={words}
        min={0}
        max={max}
        value={Math.min(value, max)}
      />
      <div className={`h-full rounded-full ${colour}`} style={{ width: `${share * 100}%` }} />
    </div>
  );
}
