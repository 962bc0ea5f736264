import { z } from "zod";
import type { JsonObject } from "../json.ts";
import type { ControlRoute } from "./route.ts";

/** Describes the control API. Bodies come from the very schemas that check them. */
export function openApiDocument(routes: readonly ControlRoute[], serverUrl: string): JsonObject {
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
    components: { schemas: { ControlError: ERROR } },
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
        code: { enum: ["bad-request", "not-found", "conflict"] },
        message: { type: "string", description: "What is wrong and what to do about it" },
      },
    },
  },
};

function operation(route: ControlRoute): JsonObject {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map((it) => it[1] ?? "");
  const parameters = [
    ...names.map((name) => parameter(name, "path")),
    ...(route.query ?? []).map((name) => parameter(name, "query")),
  ];
  return {
    operationId: `${route.method.toLowerCase()}${route.path.replaceAll(/\W+/g, "_")}`,
    summary: route.summary,
    parameters,
    ...(route.body === undefined ? {} : { requestBody: requestBody(route.body) }),
    responses: {
      200: {
        description: route.answer,
        content: { "application/json": { schema: { title: route.answer } } },
      },
      "4XX": {
        description: "Refused",
        content: { "application/json": { schema: { $ref: "#/components/schemas/ControlError" } } },
      },
    },
  };
}

function parameter(name: string, place: "path" | "query"): JsonObject {
  return { name, in: place, required: place === "path", schema: { type: "string" } };
}

function requestBody(schema: z.ZodType): JsonObject {
  const json = z.toJSONSchema(schema, { io: "input", target: "draft-2020-12" });
  return { required: true, content: { "application/json": { schema: json } } };
}
