import type { z } from "zod";
import type { ControlError } from "../wire/control.ts";
import type { World } from "../world.ts";
import type { Loop } from "../loop.ts";

/** What a control route works with. */
export type Desk = { readonly world: World; readonly loop: Loop; readonly reset: () => void };

export type ControlCall = {
  readonly desk: Desk;
  readonly world: World;
  /** Parts of the path, by name. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** The body as it came, and its type: for media. */
  readonly bytes: Uint8Array;
  readonly contentType: string;
};

/** One route of the control API; also one operation of its OpenAPI document. */
export type ControlRoute = {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** With `{name}` for the parts that vary. */
  readonly path: string;
  readonly summary: string;
  readonly body?: z.ZodType;
  readonly query?: readonly string[];
  /** Name of the answer's type in `wire/control.ts`. */
  readonly answer: string;
  readonly handle: (call: ControlCall) => unknown;
};

/** A control call that cannot be done, with what to do instead. */
export class ControlRefusal extends Error {
  override readonly name = "ControlRefusal";
  readonly code: ControlError["error"]["code"];

  constructor(code: ControlError["error"]["code"], message: string) {
    super(message);
    this.code = code;
  }
}

export function notFound(what: string, id: string, where: string): ControlRefusal {
  return new ControlRefusal("not-found", `There is no ${what} "${id}". GET ${where} lists them.`);
}

/** A whole number from the query, or `fallback`. */
export function whole(call: ControlCall, key: string, fallback: number): number {
  const text = call.query[key];
  if (text === undefined || text === "") return fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new ControlRefusal("bad-request", `Query parameter ${key} must be a whole number.`);
}
