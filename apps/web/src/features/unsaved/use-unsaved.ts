import { useBlocker } from "@tanstack/react-router";
import { useContext, useEffect, useEffectEvent, useRef, useState } from "react";
import { type Guard, LeavingContext } from "../../ui/controls/leaving.ts";

export type Unsaved = {
  /** Leaves at once when nothing would be lost; else asks first. */
  readonly guard: Guard;
  /** Nothing is lost any more: it is saved, or taken away on purpose. */
  readonly release: () => void;
  /** Somebody wants to leave and has not said yet whether all the same. */
  readonly asking: boolean;
  readonly stay: () => void;
  readonly leave: () => void;
};

/**
 * Keeps what is changed and not saved from being lost without a question: by a
 * link, the browser's own back, closing the page, and closing the dialog that it
 * stands in. Whoever uses it shows an `UnsavedDialog`.
 */
export function useUnsaved(isChanged: boolean): Unsaved {
  const released = useRef(false);
  const [wanted, setWanted] = useState<(() => void) | null>(null);
  const isHeld = () => isChanged && !released.current;
  const blocker = useBlocker({
    shouldBlockFn: isHeld,
    enableBeforeUnload: isHeld,
    withResolver: true,
  });
  const guard: Guard = (leave) => {
    if (isHeld()) setWanted(() => leave);
    else leave();
  };
  const onClose = useEffectEvent(guard);

  const dialogRef = useContext(LeavingContext);
  useEffect(() => {
    if (!dialogRef) return undefined;
    dialogRef.current = (leave) => onClose(leave);
    return () => {
      dialogRef.current = null;
    };
  }, [dialogRef]);

  return {
    guard,
    release: () => {
      released.current = true;
    },
    asking: wanted !== null || blocker.status === "blocked",
    stay: () => {
      setWanted(null);
      if (blocker.status === "blocked") blocker.reset();
    },
    leave: () => {
      released.current = true;
      setWanted(null);
      wanted?.();
      if (blocker.status === "blocked") blocker.proceed();
    },
  };
}
