/** The query of Meta's verification request, as most HTTP frameworks hand it over. */
export type ChallengeQuery = URLSearchParams | { readonly [name: string]: unknown };

/**
 * The body to answer Meta's verification request with, or null when it must be refused with 403.
 *
 * Meta asks each time a callback address or its verify token is saved, and does not save the
 * address unless the challenge comes back with status 200.
 *
 * @throws {TypeError} when `verifyToken` is empty: anyone could then take over the subscription.
 * @example
 * const challenge = answerChallenge(new URL(request.url).searchParams, verifyToken);
 * return challenge === null ? new Response("", { status: 403 }) : new Response(challenge);
 */
export function answerChallenge(query: ChallengeQuery, verifyToken: string): string | null {
  if (verifyToken === "") throw new TypeError("The verify token is empty: set it first.");

  const challenge = parameter(query, "hub.challenge");
  const asked = parameter(query, "hub.mode") === "subscribe";
  const known = parameter(query, "hub.verify_token") === verifyToken;
  return asked && known && challenge !== "" ? challenge : null;
}

/** A parameter given twice, or not as a string, counts as not given. */
function parameter(query: ChallengeQuery, name: string): string | null {
  if (query instanceof URLSearchParams) {
    const given = query.getAll(name);
    return given.length === 1 ? (given[0] ?? null) : null;
  }
  const value = Object.hasOwn(query, name) ? query[name] : undefined;
  return typeof value === "string" ? value : null;
}
