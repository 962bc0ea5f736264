import { GraphError } from "./error.ts";

/**
 * Versions that Graph serves. Meta: v26.0 since 2026-07-29; an older one is
 * served as the oldest there is, docs/graph-api/changelog/versions, read 2026-11.
 */
const OLDEST = 20;
const NEWEST = 26;

export type Versioned = { readonly version: string; readonly path: string };

/**
 * Takes the version off a path. Without one a call gets the newest.
 *
 * @throws GraphError 2500 for a version that does not exist, as Graph answers it.
 */
export function readVersion(path: string): Versioned {
  const found = /^\/+v(\d+)(?:\.(\d+))?(?=\/|$)/.exec(path);
  if (found === null) return { version: `v${NEWEST}.0`, path };
  const [whole, major = "", minor] = found;
  const rest = path.slice(whole.length);
  if (minor !== "0" || Number(major) > NEWEST || Number(major) < 1) throw unknownPath(rest);
  return { version: `v${Math.max(Number(major), OLDEST)}.0`, path: rest };
}

function unknownPath(path: string): GraphError {
  return new GraphError({
    code: 2500,
    status: 400,
    message: `Unknown path components: ${path === "" ? "/" : path}`,
  });
}
