import type { z } from "zod";
import type { TestDesk } from "../testing/desk.ts";

/** The things that requests are about; each group of cases begins with fresh ones. */
export type Places = {
  readonly desk: TestDesk;
  /** The number's and the account's ids, and that of the portfolio. */
  readonly number: string;
  readonly waba: string;
  readonly portfolio: string;
  readonly app: string;
  /** A message from Ana, who may be written to. */
  readonly inbound: string;
  /** What earlier cases of the group kept under a name. */
  readonly kept: Map<string, string>;
};

/** A request of Meta's documentation, and the shape of what it is answered with. */
export type Case = {
  readonly name: string;
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: (places: Places) => string;
  /** JSON unless it is a form. */
  readonly body?: (places: Places) => object | FormData;
  readonly headers?: Readonly<Record<string, string>>;
  /** With the app's own token. */
  readonly asApp?: boolean;
  readonly answer: z.ZodType;
  /** What later cases need of the answer: a name for the value of a key. */
  readonly keep?: Readonly<Record<string, string>>;
  /** What happens outside of Graph before the request. */
  readonly before?: (places: Places) => Promise<void>;
};

/** What an earlier case kept. */
export function kept(places: Places, name: string): string {
  const value = places.kept.get(name);
  if (value === undefined) throw new Error(`No earlier case kept "${name}"`);
  return value;
}
