import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { isObject, type JsonObject, parseJson } from "../json.ts";
import { QUERY_PARAMETERS, type QueryName } from "./query-parameters.ts";
import { type ControlCall, ControlRefusal, type ControlRoute, type Desk } from "./route.ts";

/** Reads a request as its route describes it. */
export function readCall(desk: Desk, route: ControlRoute, request: FastifyRequest): ControlCall {
  const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array();
  return {
    desk,
    world: desk.world,
    path: texts(request.params),
    query: readQuery(texts(request.query), route.query ?? []),
    body: readBody(route, bytes),
    bytes,
    contentType: request.headers["content-type"] ?? "",
  };
}

/** The JSON as it came: the route reads it once more, into the type it works with. */
function readBody({ body: schema }: ControlRoute, bytes: Uint8Array): unknown {
  if (schema === undefined || schema === "bytes") return undefined;
  const value = parseJson(new TextDecoder().decode(bytes));
  if (value === undefined) throw new ControlRefusal("bad-request", "The body is not JSON.");
  const { error } = schema.safeParse(value);
  if (error === undefined) return value;
  const message = `The body is not as it should be. ${z.prettifyError(error)}`;
  throw new ControlRefusal("bad-request", message);
}

function readQuery(
  given: Readonly<Record<string, string>>,
  names: readonly QueryName[],
): ControlCall["query"] {
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => {
      const name = names.find((it) => it === key);
      if (name === undefined) throw unknownParameter(key, names);
      const { error } = QUERY_PARAMETERS[name].safeParse(value);
      if (error === undefined || value === "") return [name, value];
      const message = `Query parameter ${name}: ${error.issues[0]?.message ?? "not valid"}.`;
      throw new ControlRefusal("bad-request", message);
    }),
  );
}

function unknownParameter(key: string, names: readonly QueryName[]): ControlRefusal {
  const known = names.length === 0 ? "It takes none." : `It takes ${names.join(", ")}.`;
  return new ControlRefusal("bad-request", `There is no query parameter "${key}" here. ${known}`);
}

function texts(values: unknown): Readonly<Record<string, string>> {
  const object: JsonObject = isObject(values) ? values : {};
  return Object.fromEntries(
    Object.entries(object).flatMap(([key, value]) =>
      typeof value === "string" ? [[key, value] as const] : [],
    ),
  );
}
