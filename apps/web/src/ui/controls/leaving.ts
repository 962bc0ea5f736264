import { createContext } from "react";

/** Decides whether what is open may be closed: calls `leave` at once, later, or never. */
export type Guard = (leave: () => void) => void;

/** Where what stands in a dialog says that it wants to be asked before the dialog closes. */
export const LeavingContext = createContext<{ current: Guard | null } | null>(null);
