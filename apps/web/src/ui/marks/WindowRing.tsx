type Props = {
  readonly size: number;
  /** How much of the 24 hours is left, from 1 to 0. */
  readonly share: number;
  readonly soon: boolean;
};

const WIDTH = 2;

/** The service window as a ring that empties over 24 hours. Its words stand beside it, in the row and in the head. */
export function WindowRing({ size, share, soon }: Props) {
  const radius = (size - WIDTH) / 2;
  const length = 2 * Math.PI * radius;
  return (
    <svg
      width={size}
      height={size}
      className="absolute inset-0 -rotate-90"
      fill="none"
      strokeWidth={WIDTH}
    >
      <circle cx={size / 2} cy={size / 2} r={radius} className="stroke-hairline" />
      {share > 0 ? (
        <circle
          cx={size / 2}
          cy={size / 2}
          r={radius}
          strokeLinecap="round"
          strokeDasharray={`${length * share} ${length}`}
          className={soon ? "stroke-amber-mark" : "stroke-blue"}
        />
      ) : null}
    </svg>
  );
}
