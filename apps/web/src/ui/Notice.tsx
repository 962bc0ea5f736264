import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

const TONES = {
  info: { icon: Info, className: "bg-surface-2 text-ink-2" },
  good: { icon: CircleCheck, className: "bg-green-soft text-green" },
  soon: { icon: TriangleAlert, className: "bg-amber-soft text-amber" },
  bad: { icon: CircleAlert, className: "bg-red-soft text-red" },
} as const;

type Props = {
  readonly tone: keyof typeof TONES;
  readonly children: ReactNode;
  /** Heard at once, for what a member waits for: an error after pressing a button. */
  readonly urgent?: boolean;
  readonly className?: string;
};

/** A remark that stands in the page: an icon for its kind, words for its meaning. */
export function Notice({ tone, children, urgent = false, className }: Props) {
  const { icon: Icon, className: colors } = TONES[tone];
  return (
    <div
      role={urgent ? "alert" : undefined}
      className={classNames("flex gap-2 rounded-control px-3 py-2 text-list", colors, className)}
    >
      <Icon size={16} aria-hidden="true" className="mt-px shrink-0" />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
