import { classNames } from "../class-names.ts";
import { WindowRing } from "./WindowRing.tsx";

type Props = {
  readonly name: string;
  readonly size: 24 | 32 | 40 | 64;
  /** From 1 (24 hours left) to 0 (closed); null shows no ring. */
  readonly windowShare?: number | null;
  readonly windowSoon?: boolean;
};

const HUES = [255, 200, 160, 120, 70, 35, 350, 300] as const;
const TEXT = { 24: "text-[10px]", 32: "text-meta", 40: "text-list", 64: "text-head" } as const;

/** A person's initials on a colour of their own, with the service window around them. */
export function Avatar({ name, size, windowShare = null, windowSoon = false }: Props) {
  const inner = windowShare === null ? size : size - 8;
  return (
    <span
      aria-hidden="true"
      className="relative inline-flex shrink-0 items-center justify-center"
      style={{ width: size, height: size }}
    >
      {windowShare === null ? null : (
        <WindowRing size={size} share={windowShare} soon={windowSoon} />
      )}
      <span
        className={classNames(
          "inline-flex items-center justify-center rounded-full font-semibold bg-[oklch(var(--avatar)_var(--hue))] text-[oklch(var(--avatar-ink)_var(--hue))]",
          TEXT[size],
        )}
        style={{ width: inner, height: inner, "--hue": hueOf(name) }}
      >
        {initialsOf(name)}
      </span>
    </span>
  );
}

/** Two letters at most; a phone number shows its last two digits. */
export function initialsOf(name: string): string {
  const words = name.match(/\p{L}[\p{L}\p{M}'’-]*/gu);
  if (!words) return name.replaceAll(/\D/g, "").slice(-2) || "?";
  const [first, second] = words;
  return `${firstLetter(first)}${firstLetter(second)}`.toUpperCase();
}

function firstLetter(word = ""): string {
  return String.fromCodePoint(...[word.codePointAt(0)].filter((it) => it !== undefined));
}

function hueOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 8191;
  return HUES[sum % HUES.length] ?? HUES[0];
}
