import {
  call,
  type CallAnswer,
  type CallInput,
  type ClientOptions,
  RefusedError,
} from "@galka/contract/client";
import type { RouteName } from "@galka/contract/routes";
import { fetchAhead } from "./ahead.ts";

/** The API as this page calls it. One object, so that tests can put another in its place. */
export type Api = <R extends RouteName>(
  name: R,
  input: CallInput<R>,
  options?: Pick<ClientOptions, "signal">,
) => Promise<CallAnswer<R>>;

/** Calls that are made while nobody is signed in: a no from them is an answer, not the end of a session. */
const BEFORE_SIGN_IN: ReadonlySet<RouteName> = new Set<RouteName>([
  "signIn",
  "signInSecondFactor",
  "acceptInvitation",
  "signOut",
  "getMe",
]);

/** The API of the server that served this page; `onSignedOut` hears when a session has ended. */
export function createApi(onSignedOut: () => void): Api {
  return async (name, input, options) => {
    try {
      return await call(name, input, { fetch: fetchAhead, ...options });
    } catch (error) {
      const ended = error instanceof RefusedError && error.refusal.refused === "not-signed-in";
      if (ended && !BEFORE_SIGN_IN.has(name)) onSignedOut();
      throw error;
    }
  };
}
