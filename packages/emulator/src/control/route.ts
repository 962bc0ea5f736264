import type { z } from "zod";
import type { ControlError } from "../wire/control.ts";
import type { World } from "../world.ts";
import type { DescribedWorld } from "../description/world-description.ts";
import type { Loop } from "../loop.ts";
import type { LoggedRequest } from "../store/requests.ts";
import type { QueryName } from "./query-parameters.ts";

/** What a control route works with. */
export type Desk = {
  readonly world: World;
  readonly loop: Loop;
  /** Begins the world again, as at the start or as described. */
  readonly reset: (described?: DescribedWorld) => void;
  /** Makes a logged call once more; resolves when it is over, answered or not. */
  readonly replay: (request: LoggedRequest) => Promise<void>;
};

export type ControlCall = {
  readonly desk: Desk;
  readonly world: World;
  /** Parts of the path, by name. */
  readonly path: Readonly<Record<string, string>>;
  /** Only those that the route names. */
  readonly query: Readonly<Partial<Record<QueryName, string>>>;
  /** JSON that the route's `body` has accepted; `undefined` when the route takes none. */
  readonly body: unknown;
  /** The body as it came, and its type: for media. */
  readonly bytes: Uint8Array;
  readonly contentType: string;
};

/** What the OpenAPI document says of a route. */
export type DescribedRoute = {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** With `{name}` for the parts that vary. */
  readonly path: string;
  readonly summary: string;
  /** Reads the body before the route is called; `bytes` is a body that is no JSON. */
  readonly body?: z.ZodType | "bytes";
  /** The parameters it takes; any other is refused. */
  readonly query?: readonly QueryName[];
  /** Name of the answer's type in `wire/`. */
  readonly answer: string;
  /** JSON when absent. */
  readonly answerType?: string;
};

/** One route of the control API; also one operation of its OpenAPI document. */
export type ControlRoute = DescribedRoute & { readonly handle: (call: ControlCall) => unknown };

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

/** An instant from the query, as milliseconds; nothing when it is not given. */
export function instant(
  call: ControlCall,
  key: "since" | "until",
): { readonly since?: number; readonly until?: number } {
  const text = call.query[key];
  return text === undefined || text === "" ? {} : { [key]: Date.parse(text) };
}

/** A whole number from the query, or `fallback`. */
export function whole(call: ControlCall, key: QueryName, fallback: number): number {
  const text = call.query[key];
  return text === undefined || text === "" ? fallback : Number(text);
}
