import { parseArgs } from "node:util";
import { UserError } from "@galka/postgres/user-error";
import { WORLD_NAMES, checkWorldName } from "../demo/worlds/open-world.ts";

/**
 * The demo world that `npm start -- --world NAME` names; null without one.
 *
 * @throws UserError naming the worlds that there are, or what was not understood.
 */
export function askedWorld(args: readonly string[]): string | null {
  const name = read(args);
  if (name !== null) checkWorldName(name);
  return name;
}

function read(args: readonly string[]): string | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { world: { type: "string" }, "keep-pages": { type: "boolean" } },
    });
    return values.world ?? null;
  } catch {
    throw new UserError(
      `npm start takes "-- --world NAME" and nothing else. Worlds: ${WORLD_NAMES.join(", ")}.`,
    );
  }
}
