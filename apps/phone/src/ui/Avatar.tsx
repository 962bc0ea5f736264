import { Store } from "lucide-react";

type Props = {
  readonly id: string;
  readonly name: string;
  readonly size?: number;
  readonly business?: boolean;
  readonly pictureUrl?: string | null;
};

/** A picture, a shop's sign, or initials on a colour that stays with the person. */
export function Avatar({ id, name, size = 40, business = false, pictureUrl = null }: Props) {
  const box = { width: size, height: size };
  if (pictureUrl) {
    return (
      <img src={pictureUrl} alt="" style={box} className="flex-none rounded-full object-cover" />
    );
  }
  if (business) {
    return (
      <span
        style={box}
        className="grid flex-none place-items-center rounded-full bg-ink text-surface"
        aria-hidden
      >
        <Store size={size * 0.5} />
      </span>
    );
  }
  const hue = hueOf(id);
  return (
    <span
      style={{
        ...box,
        fontSize: size * 0.38,
        background: `light-dark(oklch(0.88 0.055 ${hue}), oklch(0.42 0.07 ${hue}))`,
        color: `light-dark(oklch(0.32 0.09 ${hue}), oklch(0.96 0.03 ${hue}))`,
      }}
      className="grid flex-none place-items-center rounded-full font-semibold select-none"
      aria-hidden
    >
      {initialsOf(name)}
    </span>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word));
  const letters = words.slice(0, 2).map((word) => word.match(/\p{L}|\p{N}/u)?.[0] ?? "");
  return letters.join("").toUpperCase() || "?";
}

/** FNV-1a spreads ids that differ in one letter over the whole circle. */
function hueOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const letter of id) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash % 360;
}
