import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";

const LOOKS = {
  primary: "bg-blue text-on-blue hover:bg-blue-strong disabled:bg-surface-3 disabled:text-ink-3",
  plain:
    "border border-edge bg-surface text-ink hover:bg-surface-3 disabled:border-hairline disabled:text-ink-3",
  quiet: "text-ink-2 hover:bg-surface-3 hover:text-ink disabled:text-ink-3",
  danger: "border border-red text-red bg-surface hover:bg-red-soft disabled:text-ink-3",
} as const;

type Props = ComponentProps<"button"> & {
  readonly look?: keyof typeof LOOKS;
  readonly icon?: ReactNode;
  /** The work it started is under way: it stays where it is and cannot be pressed again. */
  readonly busy?: boolean;
};

/** A button with words. */
export function Button({
  look = "plain",
  icon,
  busy = false,
  className,
  children,
  ...rest
}: Props) {
  return (
    <button
      type="button"
      {...rest}
      disabled={rest.disabled === true || busy}
      aria-busy={busy || undefined}
      className={classNames(
        "control inline-flex shrink-0 items-center justify-center gap-2 px-3 font-medium select-none",
        LOOKS[look],
        busy && "opacity-70",
        className,
      )}
    >
      {icon}
      {children}
    </button>
  );
}
