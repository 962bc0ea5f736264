import type { WorkspaceState } from "./workspace-state.ts";

/** As many threads as a member goes back and forth between. A day's work opens hundreds. */
const MOST_THREADS = 40;

/** The state with this thread as the one that was looked at last. */
export function withNewest(state: WorkspaceState, conversationId: string): WorkspaceState {
  const thread = state.threads.get(conversationId);
  if (!thread) return state;
  const threads = new Map(state.threads);
  threads.delete(conversationId);
  return { ...state, threads: threads.set(conversationId, thread) };
}

/**
 * The state without the threads that were looked at longest ago, where it holds too many.
 *
 * What is `inUse` stays. What was let go is fetched again when it is opened.
 */
export function withFewThreads(state: WorkspaceState, inUse: ReadonlySet<string>): WorkspaceState {
  const excess = state.threads.size - MOST_THREADS;
  if (excess <= 0) return state;
  const threads = new Map(state.threads);
  const idle = [...threads.keys()].filter((id) => !inUse.has(id));
  for (const id of idle.slice(0, excess)) threads.delete(id);
  return { ...state, threads };
}
