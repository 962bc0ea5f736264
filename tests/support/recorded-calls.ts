import { type CallAnswer, type CallInput, RefusedError, call } from "@galka/contract/client";
import type { RouteName } from "@galka/contract/routes";

export type RecordedCalls = {
  readonly api: <R extends RouteName>(name: R, input: CallInput<R>) => Promise<CallAnswer<R>>;
  /** As `api`, for a call that is expected to be refused; answers why. */
  readonly refused: <R extends RouteName>(name: R, input: CallInput<R>) => Promise<string>;
  /** Every answer so far, as it came. */
  readonly answers: readonly string[];
};

/** Calls Galka with a member's cookie, and keeps the text of every answer. */
export function recordedCalls(url: string, cookie: string): RecordedCalls {
  const answers: string[] = [];
  const recording: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    answers.push(await response.clone().text());
    return response;
  };
  const api: RecordedCalls["api"] = (name, input) =>
    call(name, input, { baseUrl: url, headers: { cookie, origin: url }, fetch: recording });
  return {
    api,
    answers,
    async refused(name, input) {
      try {
        await api(name, input);
      } catch (error) {
        if (error instanceof RefusedError) return error.refusal.refused;
        throw error;
      }
      throw new Error(`${name} was not refused.`);
    },
  };
}
