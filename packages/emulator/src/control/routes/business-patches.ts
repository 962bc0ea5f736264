import { numberStanding, wabaStanding } from "../../store/kinds.ts";

/** What of an account can be changed by hand. */
export const wabaPatch = wabaStanding.partial().strict();

/** What of a number can be changed by hand. */
export const numberPatch = numberStanding.partial().strict();
