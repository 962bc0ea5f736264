import { z } from "zod";
import type { JsonObject } from "../json.ts";
import { QUERY_PARAMETERS } from "./query-parameters.ts";
import type { DescribedRoute } from "./route.ts";

/** Describes the control API. Bodies and parameters come from the very schemas that check them. */
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
        "Plays the people, moves the clock, reads the ledger. The names of answers are types of @galka/emulator/wire/control.",
    },
    servers: [{ url: serverUrl }],
    paths,
    // The key is asked for only when the emulator was given one.
    security: [{}, { controlKey: [] }],
    components: {
      schemas: { ControlError: ERROR },
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

function answerContent({ answer, answerType }: DescribedRoute): JsonObject {
  if (answerType !== undefined) return { [answerType]: {} };
  return { "application/json": { schema: { title: answer } } };
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
