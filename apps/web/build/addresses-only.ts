import { ROUTES, type Route } from "@galka/contract/routes";
import type { Plugin } from "vite";

const TABLE = /packages[\\/]contract[\\/]src[\\/]routes\.ts$/;

/**
 * Gives the page the routes' methods and paths alone.
 *
 * The client sends and reads by them; the schemas beside them are the server's,
 * which parses every body with them. Leaving them out spares the browser hundreds of schemas
 * that it would build at every start and never ask.
 */
export function addressesOnly(): Plugin {
  return {
    name: "galka:addresses-only",
    apply: "build",
    load: {
      filter: { id: TABLE },
      handler: () => `export const ROUTES = ${JSON.stringify(addresses())};`,
    },
  };
}

function addresses(): Readonly<Record<string, Pick<Route, "method" | "path">>> {
  return Object.fromEntries(
    Object.entries(ROUTES).map(([name, { method, path }]) => [name, { method, path }]),
  );
}
