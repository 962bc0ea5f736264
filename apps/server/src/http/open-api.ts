import { refusalJson } from "@galka/contract/refusals";
import { ROUTES, type Route } from "@galka/contract/routes";
import { z } from "zod";
import type { HttpSettings } from "./desk.ts";
import { takesKey } from "./idempotency/idempotency.ts";
import { REFUSAL_STATUS } from "./refusals.ts";

type Json = Readonly<Record<string, unknown>>;
export type OpenApi = {
  readonly openapi: "3.1.0";
  readonly info: Json;
  readonly servers: readonly Json[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Json;
};
export type Operation = {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly Json[];
  readonly requestBody?: Json;
  readonly responses: Readonly<Record<string, Json>>;
  readonly security: readonly Json[];
};

/** The contract as OpenAPI 3.1: what the server parses and answers, from the very same schemas. */
export function openApi(settings: Pick<HttpSettings, "publicUrl" | "version">): OpenApi {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const [name, route] of Object.entries<Route>(ROUTES)) {
    const path = route.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(name, route) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Galka",
      version: settings.version,
      description:
        "Every expected no is an answer with `refused`, a code. Changing requests from a browser must come from Galka's own pages.",
    },
    servers: [{ url: settings.publicUrl }],
    paths,
    components: {
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: "galka.session_token" } },
      schemas: { Refusal: jsonSchema(refusalJson, "output") },
    },
  };
}

const IDEMPOTENCY_KEY: Json = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "Given once per thing to be done. The same call with the same key is done once and answered the same for a day.",
  schema: { type: "string", minLength: 1, maxLength: 200 },
};

function operationOf(name: string, route: Route): Operation {
  const parameters = [
    ...parametersOf(route.params, "path"),
    ...parametersOf(route.query, "query"),
    ...(takesKey(name, route) ? [IDEMPOTENCY_KEY] : []),
  ];
  const requestBody = bodyOf(route);
  return {
    operationId: name,
    summary: route.summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(requestBody ? { requestBody } : {}),
    responses: {
      "200": { description: "Done.", content: jsonContent(jsonSchema(route.answer, "output")) },
      ...refusals(),
    },
    security: route.open ? [] : [{ session: [] }],
  };
}

function parametersOf(schema: z.ZodObject | undefined, place: "path" | "query"): Json[] {
  if (!schema) return [];
  return Object.entries(schema.shape).map(([name, part]) => ({
    name,
    in: place,
    required: place === "path" || !z.safeParse(z.object({ [name]: part }), {}).success,
    schema: jsonSchema(part, "output"),
  }));
}

function bodyOf(route: Route): Json | null {
  if (route.upload) {
    const file = { type: "string", contentMediaType: "application/octet-stream" };
    const schema = { type: "object", properties: { file }, required: ["file"] };
    return { required: true, content: { "multipart/form-data": { schema } } };
  }
  if (!route.body) return null;
  return { required: true, content: jsonContent(jsonSchema(route.body, "input")) };
}

/** Which codes come with which status; the reader learns of all of them in one place. */
function refusals(): Record<string, Json> {
  const byStatus = Map.groupBy(Object.entries(REFUSAL_STATUS), ([, status]) => String(status));
  const content = jsonContent({ $ref: "#/components/schemas/Refusal" });
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      { description: `Refused: ${codes.map(([code]) => code).join(", ")}.`, content },
    ]),
  );
}

function jsonContent(schema: Json): Json {
  return { "application/json": { schema } };
}

function jsonSchema(schema: z.core.$ZodType, io: "input" | "output"): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}
