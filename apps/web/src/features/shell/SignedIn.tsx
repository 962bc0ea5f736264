import { rootRouteId, useNavigate, useRouteContext } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import type { Api } from "../../api/api.ts";
import { SOCKET_PATH } from "../../sync/socket.ts";
import { SyncProvider } from "../../sync/SyncProvider.tsx";
import { Sync } from "../../sync/sync.ts";
import { PageLoading } from "./PageLoading.tsx";
import { Shell } from "./Shell.tsx";

/** The workspace for a member: keeps its copy of it for as long as somebody is signed in. */
export function SignedIn() {
  const { api } = useRouteContext({ from: rootRouteId });
  const sync = useSyncWith(api);
  if (!sync) return <PageLoading />;
  return (
    <SyncProvider sync={sync} api={api}>
      <Shell />
    </SyncProvider>
  );
}

function useSyncWith(api: Api): Sync | null {
  const [sync, setSync] = useState<Sync | null>(null);
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  useEffect(() => {
    const started = new Sync({
      api,
      open: () => new WebSocket(socketUrl()),
      random: Math.random,
      storage: localStorage,
      onSignedOut: () => {
        queryClient.clear();
        void navigate({ to: "/sign-in" });
      },
    });
    setSync(started);
    return () => started.stop();
  }, [api, navigate, queryClient]);
  return sync;
}

function socketUrl(): string {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  return `${scheme}://${location.host}${SOCKET_PATH}`;
}
