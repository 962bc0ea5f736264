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
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#66728a" d="M3 30c-.9-9.600 1.300-25 13.200-25.400 4.900-.1 8.200 2.800 9 7l-5 5.900-2.600-2.700c-.9-.9-2.300-.9-3.200 0-.9.9-.9 2.300 0 3.200l4.300 4.300c-1 3-.9 5.400.3 7.700z"/><path d="M15.900 16.400l4.300 4.300L30 9.300" fill="none" stroke="#2f74ee" stroke-width="3.400" stroke-linecap="round" stroke-linejoin="round"/><circle cx="22" cy="22" r="10" fill="#d92d20"/><text x="22" y="27" font-family="sans-serif" font-size="14" font-weight="700" fill="#fff" text-anchor="middle">${text}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
