import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useWorkspace } from "../../sync/SyncProvider.tsx";
import { type PhoneOwner, personOf } from "./phone-url.ts";

/**
 * Whose phone is docked: that of the conversation that is open, so that both
 * sides of it are seen. It stays when the member looks at something else.
 */
export function usePhoneOwner(): PhoneOwner | null {
  const { conversationId } = useParams({ strict: false });
  const conversation = useWorkspace((state) => state.conversations.get(conversationId ?? ""));
  const channel = useWorkspace((state) => state.channels.get(conversation?.channelId ?? ""));
  const [kept, setKept] = useState<PhoneOwner | null>(null);
  const person = conversation ? personOf(conversation) : null;
  if (person === null || !channel) return kept;

  const owner = { person, phoneNumberId: channel.phoneNumberId };
  const same = kept?.person === person && kept.phoneNumberId === channel.phoneNumberId;
  if (!same) setKept(owner);
  return owner;
}
