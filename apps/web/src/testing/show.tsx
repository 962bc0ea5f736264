import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { act, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { startI18n, withPageWords } from "../i18n/start-i18n.ts";
import { SyncProvider } from "../sync/SyncProvider.tsx";
import { Sync } from "../sync/sync.ts";
import { type FakeServer, fakeServer } from "./fake-server.ts";
import { FakeSocket } from "./fake-socket.ts";

export type Shown = {
  readonly sync: Sync;
  readonly server: FakeServer;
  readonly socket: FakeSocket;
};

/** Shows a piece of the page as a signed-in member would have it: words, workspace, router, server. */
export async function show(
  piece: ReactNode,
  server: FakeServer = fakeServer(),
  locale: "en" | "ru" = "en",
): Promise<Shown> {
  await startI18n(locale);
  await withPageWords(Promise.resolve());
  const socket = new FakeSocket();
  const sync = new Sync({
    api: server.api,
    open: () => socket.asWebSocket(),
    random: () => 0,
    storage: null,
    onSignedOut: () => undefined,
  });
  sync.start();
  await act(async () => {
    render(page(piece, sync, server));
    await turns();
  });
  return { sync, server, socket };
}

function page(piece: ReactNode, sync: Sync, server: FakeServer): ReactNode {
  const root = createRootRoute({ component: () => piece });
  const anywhere = createRoute({ getParentRoute: () => root, path: "$" });
  const router = createRouter({
    routeTree: root.addChildren([anywhere]),
    history: createMemoryHistory({ initialEntries: ["/inbox/conversation-1"] }),
  });
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return (
    <QueryClientProvider client={queryClient}>
      <SyncProvider sync={sync} api={server.api}>
        {/* This router knows the piece alone, so it is not the one that the page registers. */}
        <RouterProvider router={router as never} />
      </SyncProvider>
    </QueryClientProvider>
  );
}

/** Lets everything that only waits for promises run. */
export async function turns(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve, 0));
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}
