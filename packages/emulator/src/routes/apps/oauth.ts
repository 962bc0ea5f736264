import { exchangeCode } from "../../businesses/sign-up.ts";
import { issueToken, SYSTEM_USER_ID } from "../../businesses/system-user.ts";
import { authenticate, findToken } from "../../graph/authenticate.ts";
import type { Answer, Call, GraphRoute } from "../../graph/call.ts";
import { GraphError } from "../../graph/error.ts";
import { compact, type JsonObject } from "../../json.ts";
import type { Token } from "../../store/kinds.ts";

export const oauthRoutes: readonly GraphRoute[] = [
  { node: "root", edge: "debug_token", methods: ["GET"], scope: "none", handle: debugToken },
  {
    node: "root",
    edge: "oauth/access_token",
    methods: ["GET", "POST"],
    scope: "public",
    handle: accessToken,
  },
  { node: "root", edge: "me", methods: ["GET"], scope: "none", handle: me },
];

function debugToken(call: Call): Answer {
  const text = call.params.text("input_token");
  const token = findToken(call.world, text);
  const app = call.world.app();
  if (token === null) {
    const error = { code: 190, message: "Invalid OAuth access token - Cannot parse access token" };
    return { body: { data: { error, is_valid: false, scopes: [] } } };
  }
  return {
    body: {
      data: {
        app_id: app.id,
        type: token.kind === "app" ? "APP" : token.kind === "user" ? "USER" : "SYSTEM_USER",
        application: app.name,
        data_access_expires_at: 0,
        expires_at: seconds(token.expiresAt),
        is_valid: isValid(call, token),
        issued_at: seconds(token.issuedAt),
        scopes: token.scopes,
        granular_scopes: token.scopes.map((scope) => granular(token, scope)),
        user_id: SYSTEM_USER_ID,
      },
    },
  };
}

function granular(token: Token, scope: string): JsonObject {
  return token.wabaIds.length === 0 ? { scope } : { scope, target_ids: token.wabaIds };
}

function isValid(call: Call, token: Token): boolean {
  return !token.revoked && (token.expiresAt === null || token.expiresAt > call.world.clock.now());
}

function seconds(at: number | null): number {
  return at === null ? 0 : Math.floor(at / 1000);
}

/** A token for the app's id and secret: its own, that of a finished sign-up, or a longer-lived one. */
function accessToken(call: Call): Answer {
  const { world, params } = call;
  const app = world.app();
  if (params.text("client_id") !== app.id) {
    throw new GraphError({
      code: 101,
      status: 400,
      message: "Error validating application. Cannot get application info due to a system error.",
    });
  }
  if (params.text("client_secret") !== app.secret) {
    throw new GraphError({ code: 1, status: 400, message: "Error validating client secret." });
  }
  if (params.optionalText("grant_type") === "client_credentials") {
    return { body: { access_token: `${app.id}|${app.secret}`, token_type: "bearer" } };
  }
  if (params.optionalText("grant_type") === "fb_exchange_token") return prolong(call);
  const token = exchangeCode(world, params.text("code"));
  return { body: presentToken(call, token) };
}

/** A token for one that still works, good for 60 days. */
function prolong(call: Call): Answer {
  const old = authenticate(call.world, call.params.text("fb_exchange_token"));
  const { scopes, wabaIds, kind } = old;
  return {
    body: presentToken(call, issueToken(call.world, { scopes, wabaIds, kind, expires: true })),
  };
}

function presentToken(call: Call, token: Token): JsonObject {
  const left = token.expiresAt === null ? undefined : token.expiresAt - call.world.clock.now();
  return compact({
    access_token: token.token,
    token_type: "bearer",
    expires_in: left === undefined ? undefined : Math.floor(left / 1000),
  });
}

function me(call: Call): Answer {
  const name = call.token?.kind === "app" ? call.world.app().name : "Demo system user";
  return { body: { name, id: SYSTEM_USER_ID } };
}
