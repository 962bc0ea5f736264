import { Tooltip } from "@base-ui/react/tooltip";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";

type Props = Omit<ComponentProps<"button">, "aria-label"> & {
  /** Its name: heard by a screen reader, shown on hover and on focus. */
  readonly label: string;
  /** Keys that do the same, shown beside the name. */
  readonly keys?: string;
  readonly side?: "top" | "right" | "bottom" | "left";
  readonly children: ReactNode;
};

/** A button that is only an icon, and says its name. */
export function IconButton({ label, keys, side = "top", className, children, ...rest }: Props) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger
        type="button"
        {...rest}
        aria-label={label}
        className={classNames(
          "control-icon inline-flex shrink-0 items-center justify-center text-ink-2 hover:bg-surface-3 hover:text-ink disabled:text-ink-3 disabled:hover:bg-transparent",
          className,
        )}
      >
        {children}
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Positioner side={side} sideOffset={6} className="z-50">
          <Tooltip.Popup className="flex items-center gap-2 rounded-md bg-ink px-2 py-1 text-meta text-surface">
            {label}
            {keys ? <kbd className="font-mono opacity-75">{keys}</kbd> : null}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
