import { randomUUID } from "node:crypto";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import type { App } from "../app.ts";
import { refuse } from "./handle.ts";
import { type AnyRefused, RefusedRequest } from "./refusals.ts";

/**
 * Answers everything that was thrown.
 *
 * What the caller did wrong is a refusal. Anything else is a fault: it gets an
 * id that is in the answer and in the log, and nothing of the request's body
 * or of the error's text is in the answer.
 */
export function addFaults(server: FastifyInstance, app: App): void {
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal) return refuse(reply, refusal);
    return answerFault(app, error, request, reply);
  });
  server.setNotFoundHandler((_request, reply) => refuse(reply, { refused: "not-found" }));
}

function refusalOf(error: FastifyError): AnyRefused | null {
  if (error instanceof RefusedRequest) return error.refusal;
  if (hasZodFastifySchemaValidationErrors(error)) return invalid(problemsOf(error.validation));
  switch (error.code) {
    case "FST_REQ_FILE_TOO_LARGE":
    case "FST_ERR_CTP_BODY_TOO_LARGE":
      return { refused: "file-too-large" };
    default:
  }
  // What Fastify itself finds wrong with a request: no JSON, another content type, a bad path.
  if (typeof error.statusCode === "number" && error.statusCode < 500) {
    return invalid([{ field: "", problem: error.message }]);
  }
  return null;
}

type Problem = { readonly field: string; readonly problem: string };

function invalid(
  problems: readonly Problem[],
): AnyRefused & { readonly problems: readonly Problem[] } {
  return { refused: "invalid-request", problems };
}

function problemsOf(
  issues: readonly { readonly instancePath: string; readonly message?: string | undefined }[],
): Problem[] {
  return issues.map((issue) => ({
    field: issue.instancePath.replace(/^\//, "").replaceAll("/", "."),
    problem: issue.message ?? "not valid",
  }));
}

function answerFault(
  app: App,
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const fault = randomUUID();
  app.metrics.count("faults", { where: "http" });
  app.log.error(
    { fault, method: request.method, route: request.routeOptions.url ?? "(none)", error },
    "A request failed.",
  );
  return reply
    .code(error.statusCode === 503 ? 503 : 500)
    .serializer((it: unknown) => JSON.stringify(it))
    .send({
      fault,
      message: `Something broke in Galka. The log has the details under ${fault}.`,
    });
}
