import { chatState, saveChatState } from "../store/chats.ts";
import type { World } from "../world.ts";
import { announceChat } from "./announce.ts";

/** Shows that the peer is typing until an instant, or that they stopped. */
export function changeTyping(
  world: World,
  personId: string,
  chatId: string,
  until: number | null,
): void {
  const state = chatState(world.db, personId, chatId);
  if (state.typingUntil === until) return;
  saveChatState(world.db, personId, chatId, { ...state, typingUntil: until });
  announceChat(world, personId, chatId);
}
