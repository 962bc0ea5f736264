import type { Query, QueryClient, QueryKey } from "@tanstack/react-query";

/**
 * Has everything under `queryKey` (all there is, without one) fetched again, now that it has changed.
 *
 * An answer that is on its way for the first time may have been read before
 * the change, and the query client does not ask anew until it is here:
 * what it brings is out of date already.
 */
export async function fetchAgain(client: QueryClient, queryKey: QueryKey = []): Promise<void> {
  const early = client.getQueryCache().findAll({ queryKey, predicate: isOnItsWayFirst });
  const arrived = Promise.allSettled(early.map((query) => Promise.resolve(query.promise)));
  await client.invalidateQueries({ queryKey });
  await arrived;
  for (const query of early) {
    void client.invalidateQueries({ queryKey: query.queryKey, exact: true });
  }
}

function isOnItsWayFirst({ state }: Query): boolean {
  return state.data === undefined && state.fetchStatus !== "idle";
}
