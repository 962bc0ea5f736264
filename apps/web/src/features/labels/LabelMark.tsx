import type { LabelJson } from "@galka/contract/json/thread";

/** Each colour at the same lightness, so that none shouts. */
const HUES = {
  red: "0.6 0.2 25",
  orange: "0.68 0.17 55",
  yellow: "0.76 0.15 95",
  green: "0.62 0.16 150",
  teal: "0.64 0.11 195",
  blue: "0.58 0.17 255",
  violet: "0.58 0.2 305",
  gray: "0.58 0.02 255",
} as const satisfies Record<LabelJson["color"], string>;

/** In a box of 16 by 16. */
const SHAPES = {
  circle: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Z",
  square: "M3 3h10v10H3Z",
  triangle: "M8 2.5 14.5 13.5h-13Z",
  diamond: "M8 1.5 14.5 8 8 14.5 1.5 8Z",
  star: "m8 1.5 2 4.3 4.7.6-3.5 3.2.9 4.7L8 12l-4.1 2.3.9-4.7L1.3 6.4 6 5.8Z",
  heart: "M8 14 2.6 8.6a3.4 3.4 0 0 1 4.8-4.8L8 4.4l.6-.6a3.4 3.4 0 0 1 4.8 4.8Z",
  flag: "M3 1.5h2v1h8l-2 3.5 2 3.5H5v5H3Z",
  hexagon: "M4.5 2h7L15 8l-3.5 6h-7L1 8Z",
} as const satisfies Record<LabelJson["shape"], string>;

type Props = Pick<LabelJson, "color" | "shape"> & { readonly size?: number };

/** The shape and colour of a label; its name stands beside it or is read out. */
export function LabelMark({ color, shape, size = 12 }: Props) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      className="shrink-0"
      fill={`oklch(${HUES[color]})`}
    >
      <path d={SHAPES[shape]} />
    </svg>
  );
}
