import type { IncomingHttpHeaders } from "node:http";
import type { JsonObject } from "../json.ts";
import type { BusinessNumber, Template, Token, Waba } from "../store/kinds.ts";
import type { TemplateGroup } from "../store/kinds/templates.ts";
import type { World } from "../world.ts";
import { unknownObject } from "./error.ts";
import type { Params } from "./params.ts";

export type Method = "GET" | "POST" | "PUT" | "DELETE";

export type UploadedFile = {
  readonly field: string;
  readonly filename: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
};

/** What kind of object the first part of a path is the id of. */
export type NodeKind =
  | "number"
  | "waba"
  | "app"
  | "template"
  | "template-group"
  | "portfolio"
  | "system-user"
  | "history"
  | "preverified-number"
  | "solution"
  | "migration-intent"
  | "mobility-intent"
  | "flow"
  | "media"
  | "upload"
  | "root";

/** A Graph request, taken apart. */
export type Call = {
  readonly world: World;
  readonly method: Method;
  /** The object's id; for `root` the first part of the path. */
  readonly id: string;
  /** What stands behind the id, e.g. `messages`; empty for the object itself. */
  readonly edge: string;
  /** What stands behind the edge, e.g. a QR code. */
  readonly rest: string;
  /** Query and body in one; the body wins. */
  readonly params: Params;
  readonly files: readonly UploadedFile[];
  /** The body as it came, for uploads. */
  readonly bytes: Uint8Array;
  readonly headers: IncomingHttpHeaders;
  readonly token: Token | null;
};

/** An answer that is not simply 200 with JSON. */
export type Answer = {
  readonly status?: number;
  readonly body: JsonObject;
  /** The message that was accepted, for the ledger if its answer gets lost. */
  readonly wamid?: string;
};

/** One edge of one kind of object. */
export type GraphRoute = {
  readonly node: NodeKind;
  readonly edge: string;
  readonly methods: readonly Method[];
  /** The permission a token needs; `none` takes any token, `public` needs none. */
  readonly scope: "messaging" | "management" | "none" | "public";
  readonly handle: (call: Call) => Answer | Promise<Answer>;
};

/** The number that the call is about. */
export function callNumber(call: Call): BusinessNumber {
  const number = call.world.kinds.numbers.find(call.id);
  if (number === null) throw unknownObject(call.method, call.id);
  return number;
}

export function callWaba(call: Call): Waba {
  const waba = call.world.kinds.wabas.find(call.id);
  if (waba === null) throw unknownObject(call.method, call.id);
  return waba;
}

export function callTemplate(call: Call): Template {
  const template = call.world.kinds.templates.find(call.id);
  if (template === null || template.status === "DELETED") throw unknownObject(call.method, call.id);
  return template;
}

export function callTemplateGroup(call: Call): TemplateGroup {
  const group = call.world.kinds.templateGroups.find(call.id);
  if (group === null) throw unknownObject(call.method, call.id);
  return group;
}

export const SUCCESS: Answer = { body: { success: true } };
