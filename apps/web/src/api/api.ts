import {
  call,
  type CallAnswer,
  type CallInput,
  RefusedError,
  type ClientOptions,
} from "@galka/contract/client";
import type { RouteName } from "@galka/contract/routes";

/** The API as this page calls it. One object, so that tests and stories can put another in its place. */
export type Api = <R extends RouteName>(
  name: R,
  input: CallInput<R>,
  options?: Pick<ClientOptions, "signal">,
) => Promise<CallAnswer<R>>;

/** The API of the server that served this page; `onSignedOut` hears when a session has ended. */
export function createApi(onSignedOut: () => void): Api {
  return async (name, input, options) => {
    try {
      return await call(name, input, options);
    } catch (error) {
      if (error instanceof RefusedError && error.refusal.refused === "not-signed-in") onSignedOut();
      throw error;
    }
  };
}
