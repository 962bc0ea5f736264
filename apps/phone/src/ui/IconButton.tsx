import type { LucideIcon } from "lucide-react";
import type { Ref } from "react";

type Props = {
  readonly icon: LucideIcon;
  /** What it does, for screen readers and as the tooltip. */
  readonly label: string;
  readonly onClick?: () => void;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
};

/** A round button that is an icon with a name. */
export function IconButton({
  icon: Icon,
  label,
  pressed,
  expanded,
  className = "",
  ...rest
}: Props) {
  return (
    <button
      {...rest}
      type="button"
      className={`icon-btn ${className}`}
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      title={label}
    >
      <Icon size={20} aria-hidden />
    </button>
  );
}
