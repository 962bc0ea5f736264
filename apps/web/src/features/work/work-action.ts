import type { ReactNode } from "react";

/** One thing that can be done about a conversation: a button in a head with room, a line of a menu in one without. */
export type WorkAction = {
  readonly label: string;
  /** The key that does the same. */
  readonly keys: string;
  readonly icon: ReactNode;
  /** Left out where it is not something that is on or off. */
  readonly pressed?: boolean;
  readonly run: () => void;
};
