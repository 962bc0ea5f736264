import { EXPLANATIONS, explain, presentExplanation } from "../../explain/explain.ts";
import { iso } from "../../people/chat-view.ts";
import { isMasked } from "../../requests/mask.ts";
import { findPerson } from "../../store/people.ts";
import {
  deleteRequestsUpTo,
  findReplay,
  findRequest,
  listRequests,
  type LoggedRequest,
} from "../../store/requests.ts";
import type { RequestDetailJson, RequestJson } from "../../wire/requests.ts";
import type { World } from "../../world.ts";
import {
  type ControlCall,
  ControlRefusal,
  type ControlRoute,
  instant,
  notFound,
  whole,
} from "../route.ts";

const PAGE_MAX = 1000;

/** What the Graph API was asked, again if wanted; and what its errors mean. */
export const requestRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/requests",
    summary: "Calls to the Graph API, the latest first",
    query: [
      "text",
      "method",
      "path",
      "status",
      "code",
      "phoneNumberId",
      "to",
      "wamid",
      "since",
      "until",
      "limit",
      "after",
    ],
    answer: "ListJson<RequestJson>",
    handle: list,
  },
  {
    method: "DELETE",
    path: "/requests",
    summary: "Empties the request log",
    answer: "OkJson",
    handle: ({ world }) => {
      world.requests.flush();
      world.db.write(() => deleteRequestsUpTo(world.db, Number.MAX_SAFE_INTEGER));
      return { ok: true };
    },
  },
  {
    method: "GET",
    path: "/requests/{request}",
    summary: "One call with its bodies, and its error explained",
    answer: "RequestDetailJson",
    handle: (call) => presentDetail(call.world, loadRequest(call)),
  },
  {
    method: "POST",
    path: "/requests/{request}/replay",
    summary: "Makes a call once more, with the token it had; answers what came of it",
    answer: "RequestDetailJson",
    handle: replay,
  },
  {
    method: "GET",
    path: "/explain",
    summary: "Every error of Meta's that is explained",
    answer: "ListJson<ExplanationJson>",
    handle: () => ({ data: EXPLANATIONS.map(presentExplanation), next: null }),
  },
  {
    method: "GET",
    path: "/explain/{code}",
    summary: "Which rule of Meta's causes an error, and what to do about it",
    query: ["subcode"],
    answer: "ExplanationJson",
    handle: explainOne,
  },
];

function list(call: ControlCall) {
  const { world, query } = call;
  world.requests.flush();
  const { text, method, path, status, phoneNumberId, to, wamid } = query;
  const filters = { text, method, path, status, phoneNumberId, to, wamid };
  const limit = Math.min(whole(call, "limit", 50), PAGE_MAX);
  const found = listRequests(world.db, {
    ...Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)),
    ...(query.code === undefined ? {} : { code: Number(query.code) }),
    ...instant(call, "since"),
    ...instant(call, "until"),
    before: whole(call, "after", Number.MAX_SAFE_INTEGER),
    limit,
  });
  const last = found.at(-1);
  const more = last !== undefined && found.length === limit;
  return {
    data: found.map((it) => presentRequest(world, it)),
    next: more ? String(last.id) : null,
  };
}

function loadRequest(call: ControlCall): LoggedRequest {
  const key = call.path["request"] ?? "";
  call.world.requests.flush();
  const found = findRequest(call.world.db, Number(key));
  if (found === null) throw notFound("request", key, "/_emulator/requests");
  return found;
}

async function replay(call: ControlCall): Promise<RequestDetailJson> {
  const { world, desk } = call;
  const request = loadRequest(call);
  requireWhole(request);
  await desk.replay(request);
  world.requests.flush();
  const again = findReplay(world.db, request.id);
  if (again !== null) return presentDetail(world, again);
  throw new ControlRefusal("conflict", "The call was made again, but the log has not kept it.");
}

function requireWhole(request: LoggedRequest): void {
  if (request.body === null && request.bodySize > 0) {
    throw new ControlRefusal(
      "conflict",
      "The log does not keep files and long bodies, so this call cannot be made again. Make it anew.",
    );
  }
  if (request.token === null && request.tokenEnd !== null) {
    throw new ControlRefusal(
      "conflict",
      "The token of this call is none of the emulator's and was not kept. Make the call anew.",
    );
  }
  if (isMasked(request.query) || isMasked(request.body ?? "")) {
    throw new ControlRefusal(
      "conflict",
      "The secrets in this call were not kept, so it cannot be made again. Make it anew.",
    );
  }
}

function explainOne(call: ControlCall) {
  const code = Number(call.path["code"]);
  const found = explain(code, call.query.subcode === undefined ? null : Number(call.query.subcode));
  if (found === null)
    throw notFound("explanation of", call.path["code"] ?? "", "/_emulator/explain");
  return found;
}

function presentRequest(world: World, it: LoggedRequest): RequestJson {
  const { id, at, recipient, token: _, body: _body, answer: _answer, ...rest } = it;
  const { contentType: _type, bodySize: _size, replayOf, ...json } = rest;
  return {
    ...json,
    id: String(id),
    at: iso(at),
    to: recipient,
    personId: recipient === null ? null : (findPerson(world.db, recipient)?.id ?? null),
    replayOf: replayOf === null ? null : String(replayOf),
  };
}

function presentDetail(world: World, it: LoggedRequest): RequestDetailJson {
  return {
    ...presentRequest(world, it),
    contentType: it.contentType,
    body: it.body,
    bodySize: it.bodySize,
    answer: it.answer,
    explanation: it.code === null ? null : explain(it.code, it.subcode),
  };
}
