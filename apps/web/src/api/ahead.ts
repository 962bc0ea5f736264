declare global {
  /** Answers that `public/theme.js` asked for while this code was on its way, by their paths. */
  var galkaAhead: Map<string, Promise<Response | null>> | undefined;
}

/**
 * Like `fetch`, but takes an answer that was asked for before the page's code was here.
 *
 * Each is taken once, and only when it is a good one: the first question of a
 * page may be older than a sign-in, and what failed then may work by now.
 */
export const fetchAhead: typeof fetch = async (input, init) => {
  const taken = typeof input === "string" && init?.method === "GET" ? take(input) : undefined;
  const answer = await taken;
  return answer?.ok ? answer : fetch(input, init);
};

function take(path: string): Promise<Response | null> | undefined {
  const answer = globalThis.galkaAhead?.get(path);
  globalThis.galkaAhead?.delete(path);
  return answer;
}
