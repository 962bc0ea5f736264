import { z } from "zod";
import type { JsonObject } from "../json.ts";
import ANSWERS from "./answer-schemas.json" with { type: "json" };
import { QUERY_PARAMETERS } from "./query-parameters.ts";
import type { DescribedRoute } from "./route.ts";

/**
 * Describes the control API. Bodies and parameters come from the very schemas
 * that check them, answers from the types in `wire/`.
 */
export function openApiDocument(routes: readonly DescribedRoute[], serverUrl: string): JsonObject {
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const route of routes) {
    const path = `/_emulator${route.path}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Galka emulator: control API",
      version: "1",
      description:
        "Plays the people, moves the clock, reads the ledger. The schemas are the types of @galka/emulator/wire/*, by their names.",
    },
    servers: [{ url: serverUrl }],
    paths,
    // The key is asked for only when the emulator was given one.
    security: [{}, { controlKey: [] }],
    components: {
      schemas: { ...ANSWERS, ControlError: ERROR },
      securitySchemes: { controlKey: { type: "http", scheme: "bearer" } },
    },
  };
}

const ERROR: JsonObject = {
  type: "object",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      required: ["code", "message"],
      properties: {
        code: { enum: ["bad-request", "not-found", "conflict", "no-key"] },
        message: { type: "string", description: "What is wrong and what to do about it" },
      },
    },
  },
};

function operation(route: DescribedRoute): JsonObject {
  return {
    operationId: `${route.method.toLowerCase()}${route.path.replaceAll(/\W+/g, "_")}`,
    summary: route.summary,
    parameters: [...pathParameters(route), ...queryParameters(route)],
    ...(route.body === undefined ? {} : { requestBody: requestBody(route.body) }),
    responses: {
      200: { description: route.answer, content: answerContent(route) },
      "4XX": {
        description: "Refused",
        content: { "application/json": { schema: { $ref: "#/components/schemas/ControlError" } } },
      },
    },
  };
}

function pathParameters({ path }: DescribedRoute): readonly JsonObject[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}

function queryParameters({ query }: DescribedRoute): readonly JsonObject[] {
  return (query ?? []).map((name) => {
    const { description, ...schema } = jsonSchema(QUERY_PARAMETERS[name]);
    return { name, in: "query", required: false, description, schema };
  });
}

function answerContent({ answer, answerType = "application/json" }: DescribedRoute): JsonObject {
  return { [answerType]: { schema: answerSchema(answer) } };
}

/** The schema of the type that a route names; what is no type is told in its own words. */
export function answerSchema(answer: string): JsonObject {
  const [, item] = /^ListJson<(\w+)>$/.exec(answer) ?? [];
  if (item !== undefined) return listOf(answerSchema(item));
  if (Object.hasOwn(ANSWERS, answer)) return { $ref: `#/components/schemas/${answer}` };
  return { title: answer };
}

/** A page of a list: `next` is what the page behind it comes `after`. */
function listOf(items: JsonObject): JsonObject {
  return {
    type: "object",
    required: ["data", "next"],
    additionalProperties: false,
    properties: {
      data: { type: "array", items },
      next: { anyOf: [{ type: "string" }, { type: "null" }] },
    },
  };
}

function requestBody(body: z.ZodType | "bytes"): JsonObject {
  if (body === "bytes") return { required: true, content: { "*/*": {} } };
  return { required: true, content: { "application/json": { schema: jsonSchema(body) } } };
}

/** What a caller may write, as JSON Schema. */
export function jsonSchema(schema: z.ZodType): JsonObject {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io: "input" });
  return json;
}
