import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { namedBy, type NameTagSide } from "./name-tags.ts";

type Props = Omit<ComponentProps<"button">, "aria-label"> & {
  /** Its name: heard by a screen reader, shown on hover and on focus. */
  readonly label: string;
  /** Keys that do the same, shown beside the name. */
  readonly keys?: string;
  readonly side?: NameTagSide;
  readonly children: ReactNode;
};

/** A button that is only an icon, and says its name. */
export function IconButton({ label, keys, side = "top", className, children, ...rest }: Props) {
  return (
    <button
      type="button"
      {...namedBy({ name: label, keys, side })}
      {...rest}
      aria-label={label}
      className={classNames(
        "control-icon inline-flex shrink-0 items-center justify-center text-ink-2 hover:bg-surface-3 hover:text-ink disabled:text-ink-3 disabled:hover:bg-transparent",
        className,
      )}
    >
      {children}
    </button>
  );
}
