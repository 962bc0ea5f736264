import type { EventJson } from "@galka/contract/events";
import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { fetchAgain } from "../../api/fetch-again.ts";
import { useSync } from "../../sync/SyncProvider.tsx";

/** However much comes in, the queue is asked for this often at most. */
const EVERY_MS = 2_000;
const MOVING: readonly EventJson["kind"][] = [
  "message-added",
  "conversation-changed",
  "conversation-refilled",
  "conversation-removed",
];

/** Asks for a queue again when something came that may have moved it. */
export function useSoonest(queryKey: QueryKey): void {
  const sync = useSync();
  const queryClient = useQueryClient();
  const name = JSON.stringify(queryKey);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = sync.onEvent((event) => {
      if (timer !== undefined || !MOVING.includes(event.kind)) return;
      timer = setTimeout(() => {
        timer = undefined;
        void fetchAgain(queryClient, queryKey);
      }, EVERY_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
    // oxlint-disable-next-line react/exhaustive-deps -- the key is made anew with every look; its text says whether it is another
  }, [sync, queryClient, name]);
}
