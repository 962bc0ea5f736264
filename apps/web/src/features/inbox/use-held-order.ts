import { useMemo, useState } from "react";
import { heldOrder } from "./conversation-order.ts";

type HeldOrder = {
  readonly order: readonly string[];
  /** How many have risen above what the reader sees. */
  readonly risen: number;
  /** Tells whether the reader is further down; at the top the list is always fresh. */
  readonly onScrolled: (isDown: boolean) => void;
};

/** Keeps the list still under a reader who has scrolled down. */
export function useHeldOrder(fresh: readonly string[]): HeldOrder {
  const [held, setHeld] = useState<readonly string[] | null>(null);
  const shown = useMemo(
    () => (held ? heldOrder(held, fresh) : { order: fresh, risen: 0 }),
    [held, fresh],
  );
  return {
    ...shown,
    onScrolled: (isDown) => {
      if (isDown !== (held !== null)) setHeld(isDown ? fresh : null);
    },
  };
}
