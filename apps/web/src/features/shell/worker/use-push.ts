import { useEffect } from "react";
import { useMe } from "../../../api/me.ts";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { subscribeToPush, unsubscribeFromPush } from "./push.ts";

/** Keeps this browser's subscription as the member wants it. */
export function usePush(): void {
  const api = useApi();
  const wanted = useMe().preferences.notifications ?? false;

  useEffect(() => {
    const allowed = "Notification" in globalThis && Notification.permission === "granted";
    const work = wanted && allowed ? subscribeToPush(api) : unsubscribeFromPush(api);
    // A browser without push services still notifies while the page is open.
    work.catch(() => {});
  }, [api, wanted]);
}
