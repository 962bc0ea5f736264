import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Member } from "@galka/core/workspaces/member";
import type { App } from "../app.ts";
import { askedTogether } from "../asked-together.ts";
import { type LogEnds, receiveArrivals } from "../operations/events/read-events.ts";

/** Somebody's page, and the seq up to which it has applied everything; null when it begins. */
export type Arrival = { readonly member: Member; readonly since: number | null };

export type Received = {
  /** Where the log ends. */
  readonly last: number;
  /** The page's own seq if everything after it is still kept; null when it has to begin anew. */
  readonly since: number | null;
};

/**
 * Receives who comes in, all who come at the same moment in one transaction.
 *
 * After a restart every page of every member is back within seconds. One
 * transaction each would keep all others waiting for a connection.
 */
export function receivesTogether(app: App): (arrival: Arrival) => Promise<Received> {
  const receive = askedTogether((arrivals: readonly Arrival[]) => receiveAll(app, arrivals));
  return async (arrival) => {
    const received = await receive(arrival);
    if (received === null) throw new Error("An arrival was not received.");
    return received;
  };
}

async function receiveAll(
  app: App,
  arrivals: readonly Arrival[],
): Promise<ReadonlyMap<Arrival, Received>> {
  const ends = new Map<WorkspaceId, LogEnds>();
  const homes = Map.groupBy(arrivals, ({ member }) => member.workspaceId);
  for (const [workspaceId, those] of homes) {
    const memberIds = [...new Set(those.map(({ member }) => member.id))];
    const asked = [...new Set(those.flatMap(({ since }) => since ?? []))];
    ends.set(workspaceId, await receiveArrivals(app, workspaceId, { memberIds, asked }));
  }
  return new Map(
    arrivals.map((arrival) => {
      const { last, resumable } = ends.get(arrival.member.workspaceId) ?? NOTHING;
      const resumes = arrival.since !== null && resumable.has(arrival.since);
      return [arrival, { last, since: resumes ? arrival.since : null }];
    }),
  );
}

const NOTHING: LogEnds = { last: 0, resumable: new Set() };
