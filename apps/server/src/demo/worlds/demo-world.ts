import type { Member } from "@galka/core/workspaces/member";
import type { DemoParts } from "../connect-demo.ts";

/** How many people a world has, and over how many days they come. */
export type WorldSize = { readonly people: number; readonly days: number };

export type Telling = WorldSize & { readonly say: (line: string) => void };

/**
 * A business whose days are lived through, up to today, with emulated people.
 *
 * What its figures come to is written nowhere: people do what they do by the
 * chances of their habits, and Galka counts.
 */
export type DemoWorld = {
  readonly workspaceName: string;
  /** As it is opened; a test lives through a smaller one. */
  readonly whole: WorldSize;
  live(parts: DemoParts, owner: Member, telling: Telling): Promise<void>;
};
