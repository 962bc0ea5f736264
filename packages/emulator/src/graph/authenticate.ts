import type { IncomingHttpHeaders } from "node:http";
import type { Token } from "../store/kinds.ts";
import type { World } from "../world.ts";
import { GraphError } from "./error.ts";

/** The token of a request: in the header, under either of its two names, or as a parameter. */
export function tokenOf(headers: IncomingHttpHeaders, parameter: unknown): string | null {
  const header = /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(headers.authorization ?? "")?.[1];
  if (header !== undefined) return header;
  return typeof parameter === "string" && parameter !== "" ? parameter : null;
}

/**
 * The token behind the text.
 *
 * @throws GraphError 190 when it is missing, unknown, revoked or expired.
 */
export function authenticate(world: World, text: string | null): Token {
  if (text === null) {
    throw invalidToken("An access token is required to request this resource.", 2500);
  }
  const token = findToken(world, text);
  if (token === null) throw invalidToken("Invalid OAuth access token - Cannot parse access token");
  if (token.revoked) {
    throw invalidToken(
      "Error validating access token: The session has been invalidated because the user has revoked access.",
      460,
    );
  }
  const now = world.clock.now();
  if (token.expiresAt !== null && token.expiresAt <= now)
    throw sessionExpired(token.expiresAt, now);
  return token;
}

/** What a token that ran out is refused with. */
export function sessionExpired(at: number, now: number): GraphError {
  return invalidToken(
    `Error validating access token: Session has expired on ${pacific(at)}. The current time is ${pacific(now)}.`,
    463,
  );
}

/** An app's own token is its id and its secret. */
export function findToken(world: World, text: string): Token | null {
  const app = world.app();
  if (text !== `${app.id}|${app.secret}`) return world.kinds.tokens.find(text);
  return {
    token: text,
    kind: "app",
    scopes: [],
    issuedAt: 0,
    expiresAt: null,
    revoked: false,
    wabaIds: [],
  };
}

function invalidToken(message: string, subcode?: number): GraphError {
  return new GraphError({
    code: 190,
    status: 401,
    message,
    authenticate: message,
    ...(subcode === undefined ? {} : { subcode }),
  });
}

/** `Thursday, 21-May-26 04:00:00 PDT`, as Meta writes instants in these messages. */
function pacific(at: number): string {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: "America/Los_Angeles",
    weekday: "long",
    day: "2-digit",
    month: "short",
    year: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  }).formatToParts(at);
  const part = (type: string) => parts.find((it) => it.type === type)?.value ?? "";
  const date = `${part("day")}-${part("month")}-${part("year")}`;
  const time = `${part("hour")}:${part("minute")}:${part("second")}`;
  return `${part("weekday")}, ${date} ${time} ${part("timeZoneName")}`;
}
