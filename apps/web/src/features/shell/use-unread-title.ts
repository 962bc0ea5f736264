import { useEffect } from "react";
import { useMe } from "../../api/me.ts";
import { useWorkspace } from "../../sync/SyncProvider.tsx";

const PLAIN_ICON = "/mark.svg";

/** How many conversations wait, in the tab's title and on its icon. */
export function useUnreadTitle(): void {
  const { workspace } = useMe();
  const unread = useWorkspace((state) => state.unreadConversations) ?? 0;

  useEffect(() => {
    document.title =
      unread > 0 ? `(${unread}) ${workspace.name} · Galka` : `${workspace.name} · Galka`;
  }, [unread, workspace.name]);

  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (icon) icon.href = unread > 0 ? badged(unread) : PLAIN_ICON;
  }, [unread]);
}

/** The mark with a number on it. A picture in the address, because an icon cannot be styled from outside. */
function badged(count: number): string {
  const text = count > 9 ? "9+" : String(count);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#66728a" d="M2.500 30C2 18 5.500 5 15.500 4.500c4.600-.2 7.700 2.300 8.600 6.200l-4.600 6.100-3.400-3.200-2.700 2.900 5.300 5.200c-.7 3.600-.2 5.900 1 8.300z"/><path d="M15.600 15.900l4 3.800 9.700-11.700" fill="none" stroke="#2f74ee" stroke-width="3.400" stroke-linecap="round" stroke-linejoin="round"/><circle cx="22" cy="22" r="10" fill="#d92d20"/><text x="22" y="27" font-family="sans-serif" font-size="14" font-weight="700" fill="#fff" text-anchor="middle">${text}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
