import type { Permission } from "@galka/core/workspaces/permissions";

/** Who hears of alarms, and may decide how far a number is held back: any of these is enough. */
export const KEEPERS = ["campaigns.manage", "channels.manage"] as const satisfies Permission[];

/** Who may see how a number is. */
export const READERS = [...KEEPERS, "statistics.read"] as const satisfies Permission[];
