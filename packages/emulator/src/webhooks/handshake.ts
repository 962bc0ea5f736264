import { GraphError, invalidParameter } from "../graph/error.ts";
import type { World } from "../world.ts";
import { chance } from "../world/chance.ts";

/**
 * Asks a URL whether it wants webhooks, each time it is saved.
 *
 * Meta: a GET with `hub.mode`, `hub.challenge` and `hub.verify_token`; the
 * answer is 200 with the challenge, docs/…/webhooks/create-webhook-endpoint,
 * read 2026-11.
 *
 * @throws GraphError 2200 when the URL answers anything else.
 */
export async function verifyCallback(world: World, url: string, token: string): Promise<void> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw invalidParameter("Param callback_url must be a valid URL.");
  }
  const dice = chance(world.seed, "challenge", world.counters.next("challenge"));
  const challenge = String(100_000_000 + Math.floor(dice * 1_900_000_000));
  const address = new URL(url);
  address.searchParams.set("hub.mode", "subscribe");
  address.searchParams.set("hub.challenge", challenge);
  address.searchParams.set("hub.verify_token", token);
  const problem = await ask(world, address, challenge);
  if (problem === null) return;
  throw new GraphError({
    code: 2200,
    title: `Callback verification failed with the following errors: ${problem}`,
  });
}

async function ask(world: World, address: URL, challenge: string): Promise<string | null> {
  try {
    const answer = await world.fetch(address, {
      redirect: "manual",
      signal: AbortSignal.timeout(world.settings().webhookTimeoutMs),
    });
    const body = await answer.text();
    if (answer.status !== 200) {
      return `HTTP Status Code = ${answer.status}; HTTP Message = ${answer.statusText}`;
    }
    if (body.trim() === challenge) return null;
    return "Response does not match challenge. Expected the value of hub.challenge as the body";
  } catch (error) {
    return `The URL couldn't be reached. ${reasonOf(error)}`;
  }
}

/** The innermost words of a failed fetch, e.g. `connect ECONNREFUSED 127.0.0.1:9`. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message !== ""
    ? error.cause.message
    : error.message;
}
