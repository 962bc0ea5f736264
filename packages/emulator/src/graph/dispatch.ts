import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { strike } from "../faults/strike.ts";
import { objectAt, textAt } from "../json.ts";
import type { Token } from "../store/kinds.ts";
import type { RequestAction } from "../store/kinds/fault.ts";
import { markUnanswered } from "../store/sends.ts";
import { sendOfHistory } from "../routes/numbers/message-history.ts";
import { recordActivity } from "../businesses/activities.ts";
import { findSystemUser } from "../businesses/system-user.ts";
import { wabasOf } from "../limits/portfolios.ts";
import { countCall } from "./usage.ts";
import { deletedNumberError } from "../numbers/remove-number.ts";
import { readVersion } from "./version.ts";
import { findMedia } from "../store/media.ts";
import { GRAPH_ROUTES } from "../routes/all.ts";
import type { World } from "../world.ts";
import { traceId } from "../world/trace-id.ts";
import { applyFault, loseAnswer } from "./apply-fault.ts";
import { authenticate, tokenOf } from "./authenticate.ts";
import type { Answer, Call, GraphRoute, Method, NodeKind } from "./call.ts";
import { GraphError, unknownObject } from "./error.ts";
import { unknownField } from "./fields.ts";
import { Params } from "./params.ts";
import { readBody, readQuery } from "./read-body.ts";

type Address = {
  readonly version: string;
  readonly path: string;
  readonly node: NodeKind;
  readonly id: string;
  readonly edge: string;
  readonly rest: string;
};

/** Serves the Graph API: every path that nothing else has taken. */
export function serveGraph(app: FastifyInstance, world: World): void {
  app.route({
    method: ["GET", "POST", "PUT", "DELETE"],
    url: "/*",
    handler: (request, reply) => answer(world, request, reply),
  });
}

async function answer(
  world: World,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const answerHeaders: Record<string, string> = {};
  try {
    const address = addressOf(world, request.url);
    answerHeaders["facebook-api-version"] = address.version;
    const body = await readBody(request);
    const params = new Params({ ...readQuery(request.url), ...body.values });
    const fault = strikeRequest(world, request, address, params);
    const about = { world, method: request.method, id: address.id };
    if (fault !== null && !(await applyFault(fault, reply, about))) return reply;
    const call = { ...address, ...body, world, params, headers: request.headers };
    const result = await handle({ ...call, answerHeaders }, methodOf(request));
    if (fault?.kind === "lose-answer" && result.wamid !== undefined) {
      markUnanswered(world.db, result.wamid);
    }
    await world.db.committed();
    if (fault?.kind === "lose-answer") {
      return loseAnswer(fault, reply, JSON.stringify(result.body));
    }
    return reply
      .code(result.status ?? 200)
      .headers({ ...headers(world), ...answerHeaders })
      .send(result.body);
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    await world.db.committed();
    return refuse(world, reply.headers(answerHeaders), error);
  }
}

/**
 * Takes the path apart. A slash at the end means nothing.
 *
 * @throws GraphError 2500 for a version that Graph does not have.
 */
export function addressOf(world: World, url: string): Address {
  const { version, path: whole } = readVersion(url.split("?", 1)[0] ?? "");
  const path = whole.replace(/\/+$/, "");
  const [id = "", edge = "", ...rest] = path.replace(/^\/+/, "").split("/").map(decode);
  return {
    version,
    path,
    node: kindOf(world, id),
    id: idOf(world, id),
    edge,
    rest: rest.join("/"),
  };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function idOf(world: World, id: string): string {
  return id === "app" ? world.app().id : id;
}

function kindOf(world: World, id: string): NodeKind {
  if (world.kinds.numbers.find(id) !== null) return "number";
  if (world.kinds.wabas.find(id) !== null) return "waba";
  if (world.kinds.templates.find(id) !== null) return "template";
  if (world.kinds.flows.find(id) !== null) return "flow";
  if (world.kinds.templateGroups.find(id) !== null) return "template-group";
  if (id === "app" || id === world.app().id) return "app";
  if (id.startsWith("upload:")) return "upload";
  if (findMedia(world.db, id) !== null) return "media";
  if (wabasOf(world, id).length > 0) return "portfolio";
  if (findSystemUser(world, id) !== null) return "system-user";
  return partnerKindOf(world, id) ?? (sendOfHistory(world, id) === null ? "root" : "history");
}

/** What partners of a business made. */
function partnerKindOf({ kinds }: World, id: string): NodeKind | undefined {
  if (kinds.preverifiedNumbers.find(id) !== null) return "preverified-number";
  if (kinds.solutions.find(id) !== null) return "solution";
  if (kinds.migrationIntents.find(id) !== null) return "migration-intent";
  return kinds.mobilityIntents.find(id) === null ? undefined : "mobility-intent";
}

function methodOf(request: FastifyRequest): Method {
  const { method } = request;
  return method === "POST" || method === "PUT" || method === "DELETE" ? method : "GET";
}

type Parts = Omit<Call, "method" | "token"> &
  Address & {
    /** What the answer's headers will say beside the usual. */
    readonly answerHeaders: Record<string, string>;
  };

async function handle(parts: Parts, method: Method): Promise<Answer> {
  const { world } = parts;
  const route = findRoute(parts, method);
  if (route?.scope === "public") return route.handle({ ...parts, method, token: null });
  const text = tokenOf(parts.headers, parts.params.values["access_token"]);
  const token = authenticate(world, text);
  if (route === undefined) {
    throw deletedNumberError(world, parts.id) ?? unknownRoute(parts, method);
  }
  requireAccess(parts, method, token);
  requireScope(route, token);
  const wabaId = wabaOf(parts);
  if (route.scope === "management" && wabaId !== undefined) {
    countCall(world, wabaId, parts.answerHeaders);
  }
  const answer = await route.handle({ ...parts, method, token });
  if (wabaId !== undefined) recordActivity(world, { ...parts, method, wabaId, token });
  return answer;
}

function findRoute(address: Address, method: Method): GraphRoute | undefined {
  // The root has no objects: what is there is told apart by the first part of the path.
  const edge = address.node === "root" ? address.path.replace(/^\/+/, "") : address.edge;
  const fits = (it: GraphRoute, wanted: string) =>
    it.node === address.node && it.edge === wanted && it.methods.includes(method);
  const whole = address.rest === "" ? null : `${edge}/${address.rest}`;
  return (
    (whole === null ? undefined : GRAPH_ROUTES.find((it) => fits(it, whole))) ??
    GRAPH_ROUTES.find((it) => fits(it, edge))
  );
}

const NODE_TYPES: Readonly<Record<NodeKind, string>> = {
  number: "WhatsAppBusinessPhoneNumber",
  waba: "WhatsAppBusinessAccount",
  app: "Application",
  template: "MessageTemplate",
  "template-group": "BusinessMessagingTemplateGroup",
  portfolio: "Business",
  "system-user": "SystemUser",
  history: "WhatsAppMessageHistory",
  "preverified-number": "WhatsAppBusinessPreVerifiedPhoneNumber",
  solution: "WhatsAppBusinessSolution",
  "migration-intent": "WhatsAppBusinessMigrationIntent",
  "mobility-intent": "WhatsAppBusinessOBOMobilityIntent",
  flow: "WhatsAppFlow",
  media: "WhatsAppMedia",
  upload: "UploadSession",
  root: "Root",
};

function unknownRoute(address: Address, method: Method): GraphError {
  const known = address.node !== "root" && address.edge !== "";
  if (known && method === "GET") return unknownField(address.edge, NODE_TYPES[address.node]);
  return unknownObject(method, address.id);
}

function requireScope(route: GraphRoute, token: Token): void {
  if (route.scope === "none" || route.scope === "public") return;
  const scope = `whatsapp_business_${route.scope}`;
  if (token.kind === "app" || token.scopes.includes(scope)) return;
  throw new GraphError({ code: 200, title: `Requires ${scope} permission to manage the object` });
}

/** A token that does not reach the account sees nothing of it. */
function requireAccess(address: Parts, method: Method, token: Token): void {
  if (token.wabaIds.length === 0) return;
  const wabaId = wabaOf(address);
  if (wabaId !== undefined && !token.wabaIds.includes(wabaId)) {
    throw unknownObject(method, address.id);
  }
}

/** The account that the object belongs to. */
function wabaOf({ world, id }: Parts): string | undefined {
  const { kinds } = world;
  return (
    kinds.wabas.find(id)?.id ??
    kinds.numbers.find(id)?.wabaId ??
    kinds.templates.find(id)?.wabaId ??
    kinds.flows.find(id)?.wabaId ??
    kinds.templateGroups.find(id)?.wabaId
  );
}

function strikeRequest(
  world: World,
  request: FastifyRequest,
  address: Address,
  params: Params,
): RequestAction | null {
  const to = [textAt(params.values, "to"), textAt(params.values, "recipient")];
  const struck = strike(world, "request", {
    method: request.method,
    path: address.path,
    phoneNumberId: address.node === "number" ? address.id : undefined,
    to: to.flatMap((it) => (it === undefined ? [] : [it.replaceAll(/[\s()+-]/g, ""), it])),
    ...messageOf(address, params),
  });
  return struck?.action ?? null;
}

/** What a rule may ask about a message that is sent. */
function messageOf(address: Address, params: Params) {
  if (!address.edge.endsWith("messages")) return {};
  const template = textAt(objectAt(params.values, "template") ?? {}, "name");
  return { template, type: textAt(params.values, "type") ?? "text" };
}

export function refuse(world: World, reply: FastifyReply, error: GraphError): FastifyReply {
  const { authenticate } = error.problem;
  if (authenticate !== undefined) {
    const value = `OAuth "Facebook Platform" "invalid_token" "${authenticate}"`;
    void reply.header("www-authenticate", value);
  }
  const trace = traceId(world);
  return reply.code(error.status).headers(headers(world, trace)).send(error.envelope(trace));
}

function headers(world: World, trace = traceId(world)): Record<string, string> {
  return { "x-fb-trace-id": trace };
}
