import type { LucideIcon } from "lucide-react";

export type Tone = "plain" | "green" | "amber" | "red" | "blue";

const TONES: Record<Tone, string> = {
  plain: "text-ink-2",
  green: "text-green",
  amber: "text-amber",
  red: "text-red",
  blue: "text-blue-ink",
};

type Props = { readonly icon: LucideIcon; readonly tone: Tone; readonly children: string };

/** A state as a word with a sign; its colour says nothing that they do not. */
export function Chip({ icon: Icon, tone, children }: Props) {
  return (
    <span
      className={`inline-flex flex-none items-center gap-1 rounded-full border border-hairline px-2 py-0.5 text-meta font-medium ${TONES[tone]}`}
    >
      <Icon size={14} aria-hidden className="flex-none" />
      {children}
    </span>
  );
}
