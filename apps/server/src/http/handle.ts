import { ROUTES, type Route, type RouteName } from "@galka/contract/routes";
import { withMaskedPhones } from "@galka/core/contacts/mask";
import { type Member, may } from "@galka/core/workspaces/member";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { App } from "../app.ts";
import { onceByKey } from "../operations/idempotency/once-by-key.ts";
import { rightOfWayOf } from "../right-of-way.ts";
import type { Desk } from "./desk.ts";
import { keyOf, takesKey } from "./idempotency/idempotency.ts";
import { type AnyRefused, RefusedRequest, presentRefusal } from "./refusals.ts";

type Part<R extends RouteName, Name extends string> = (typeof ROUTES)[R] extends {
  readonly [N in Name]: infer Schema extends z.ZodType;
}
  ? z.output<Schema>
  : undefined;

/** A request whose parts have been parsed with the contract's schemas. */
export type Call<R extends RouteName> = {
  readonly desk: Desk;
  readonly app: App;
  readonly member: (typeof ROUTES)[R] extends { readonly open: true } ? Member | null : Member;
  readonly params: Part<R, "params">;
  readonly query: Part<R, "query">;
  readonly body: Part<R, "body">;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

export type Answer<R extends RouteName> = z.input<(typeof ROUTES)[R]["answer"]>;

/** A route with its work, ready to be mounted. */
export type Handler = { mount(server: FastifyInstance, desk: Desk): void };

/** Joins a route of the contract to what it does: parse → operation → present. */
export function handle<R extends RouteName>(
  name: R,
  work: (call: Call<R>) => Promise<Answer<R> | AnyRefused>,
): Handler {
  const route: Route = ROUTES[name];
  return {
    mount(server, desk) {
      server.route({
        method: route.method,
        url: route.path,
        schema: {
          ...(route.params ? { params: route.params } : {}),
          ...(route.query ? { querystring: route.query } : {}),
          ...(route.body ? { body: route.body } : {}),
          response: { 200: route.answer },
        },
        // Before the body is read: a stranger's upload is not waited for.
        onRequest: async (request) => {
          if (!route.open && request.member === null) throw new RefusedRequest("not-signed-in");
        },
        handler: async (request, reply) => {
          const call = callOf<R>(desk, request, reply);
          const answerIt = () => answerOnce({ name, route, call }, () => work(call));
          const { take } = rightOfWayOf(desk.app);
          const answer = await (request.member ? take(answerIt) : answerIt());
          if ("refused" in answer) return refuse(reply, answer);
          const { member } = request;
          const sees = member === null || may(member, "contacts.phones");
          return reply.send(sees ? answer : withMaskedPhones(answer));
        },
      });
    },
  };
}

type OnceCall<R extends RouteName> = {
  readonly name: R;
  readonly route: Route;
  readonly call: Call<R>;
};

/** Under an idempotency key a call is made once, and answered the same whenever it is repeated. */
async function answerOnce<R extends RouteName>(
  { name, route, call }: OnceCall<R>,
  work: () => Promise<Answer<R> | AnyRefused>,
): Promise<Answer<R> | AnyRefused> {
  const { request, reply, app } = call;
  const keyed = request.member && takesKey(name, route) ? keyOf(name, request) : null;
  if (!keyed || !request.member) return work();
  const once = await onceByKey(app, request.member, keyed, work);
  if ("refused" in once) return once;
  if (once.isRepeat) reply.header("idempotent-replayed", "true");
  // What is kept under the key was this route's own answer, for the key names the route.
  return once.answer as Answer<R>;
}

function callOf<R extends RouteName>(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
): Call<R> {
  const { member, params, query, body } = request;
  // Fastify has parsed these with the very schemas that Call<R> is inferred from, and a closed
  // route does not get here without a member; the compiler cannot follow that through its hooks.
  return { desk, app: desk.app, member, params, query, body, request, reply } as Call<R>;
}

/** Answers with a refusal; its body is not the route's answer, so it goes around the route's serializer. */
export function refuse(reply: FastifyReply, refusal: AnyRefused): FastifyReply {
  const { status, body } = presentRefusal(refusal);
  return reply
    .code(status)
    .type("application/json; charset=utf-8")
    .serializer((it: unknown) => JSON.stringify(it))
    .send(body);
}
