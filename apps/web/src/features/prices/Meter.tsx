import { classNames } from "../../ui/class-names.ts";

const COLORS = { plain: "bg-blue", near: "bg-amber", spent: "bg-red" } as const;

type Props = {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly tone?: keyof typeof COLORS;
};

/** How much of something there is has been used. */
export function Meter({ label, value, max, tone = "plain" }: Props) {
  const used = Math.min(max, value);
  return (
    <>
      <meter className="sr-only" aria-label={label} min={0} max={max} value={used} />
      <span aria-hidden="true" className="h-1.5 w-full overflow-hidden rounded-full bg-surface-3">
        <span
          className={classNames("block h-full", COLORS[tone])}
          style={{ width: `${max === 0 ? 0 : (used / max) * 100}%` }}
        />
      </span>
    </>
  );
}
