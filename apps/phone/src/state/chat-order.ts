import type { ChatJson } from "@galka/emulator/wire/control";

/** The chat list's order: latest first; what has no message yet follows, businesses before people. */
export function inListOrder(chats: Iterable<ChatJson>): readonly ChatJson[] {
  return [...chats].sort((a, b) => {
    const latest = (b.lastMessage?.sentAt ?? "").localeCompare(a.lastMessage?.sentAt ?? "");
    if (latest !== 0) return latest;
    return a.peer.kind.localeCompare(b.peer.kind) || a.peer.name.localeCompare(b.peer.name);
  });
}
