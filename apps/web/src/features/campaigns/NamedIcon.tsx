import type { LucideIcon } from "lucide-react";

type Props = {
  readonly icon: LucideIcon;
  /** Heard where the shape is seen. */
  readonly name: string;
  readonly size?: number;
  readonly className?: string;
};

/** A shape that means something by itself, with the word for it. */
export function NamedIcon({ icon: Icon, name, size = 16, className = "" }: Props) {
  return (
    <span title={name} className={`inline-flex shrink-0 ${className}`}>
      <Icon size={size} aria-hidden="true" />
      <span className="sr-only">{name}</span>
    </span>
  );
}
