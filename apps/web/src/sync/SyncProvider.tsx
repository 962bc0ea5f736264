import { createContext, type ReactNode, useContext, useSyncExternalStore } from "react";
import type { Api } from "../api/api.ts";
import type { Live } from "./live.ts";
import type { OutboxEntry } from "./outbox-entry.ts";
import type { Store } from "./store.ts";
import type { Sync } from "./sync.ts";
import type { WorkspaceState } from "./workspace-state.ts";

type Connected = { readonly sync: Sync; readonly api: Api };

const SyncContext = createContext<Connected | null>(null);

type Props = Connected & { readonly children: ReactNode };

/** Gives everything below it the workspace's copy and the API. */
export function SyncProvider({ sync, api, children }: Props) {
  return <SyncContext value={{ sync, api }}>{children}</SyncContext>;
}

function useConnected(): Connected {
  const connected = useContext(SyncContext);
  if (!connected) throw new Error("There is no SyncProvider above this component.");
  return connected;
}

export function useSync(): Sync {
  return useConnected().sync;
}

export function useApi(): Api {
  return useConnected().api;
}

/** A part of the workspace. `select` must return what it finds, not make something: a made thing differs each time. */
export function useWorkspace<T>(select: (state: WorkspaceState) => T): T | null {
  const { workspace } = useSync();
  return useSyncExternalStore(workspace.subscribe, () => {
    const state = workspace.get();
    return state && select(state);
  });
}

/** The whole of a store, followed. */
export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.subscribe, store.get);
}

export function useLive<T>(select: (live: Live) => T): T {
  const { live } = useSync();
  return useSyncExternalStore(live.subscribe, () => select(live.get()));
}

export function useOutbox(): readonly OutboxEntry[] {
  return useStore(useSync().outbox.entries);
}
