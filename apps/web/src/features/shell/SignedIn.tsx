import { rootRouteId, useNavigate, useRouteContext } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import type { Api } from "../../api/api.ts";
import { SOCKET_PATH } from "../../sync/socket.ts";
import { SyncProvider } from "../../sync/SyncProvider.tsx";
import { Sync } from "../../sync/sync.ts";
import { Shell } from "./Shell.tsx";

/** The workspace for a member: keeps its copy of it for as long as somebody is signed in. */
export function SignedIn() {
  const { api } = useRouteContext({ from: rootRouteId });
  const sync = useSyncWith(api);
  return (
    <SyncProvider sync={sync} api={api}>
      <Shell />
    </SyncProvider>
  );
}

function useSyncWith(api: Api): Sync {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [sync] = useState(
    () =>
      new Sync({
        api,
        open: () => new WebSocket(socketUrl()),
        random: Math.random,
        storage: localStorage,
        onSignedOut: () => {
          queryClient.clear();
          void navigate({ to: "/sign-in" });
        },
      }),
  );
  useEffect(() => {
    sync.start();
    return () => sync.stop();
  }, [sync]);
  return sync;
}

function socketUrl(): string {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  return `${scheme}://${location.host}${SOCKET_PATH}`;
}
