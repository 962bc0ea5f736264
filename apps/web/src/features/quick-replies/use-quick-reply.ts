import type { ConversationJson } from "@galka/contract/json/conversation";
import type { QuickReplyJson } from "@galka/contract/json/library";
import { fillReply } from "@galka/core/library/fill-reply";
import { type KeyboardEvent, type RefObject, useState } from "react";
import { useMe } from "../../api/me.ts";
import { useWorkspace } from "../../sync/SyncProvider.tsx";
import { drafts } from "../composer/drafts.ts";
import { findReplies, slashWord } from "./find-replies.ts";
import { useQuickReplies } from "./quick-replies-query.ts";
import { stagedReplies } from "./staged-replies.ts";

const SHOWN = 8;

type QuickReplyState = {
  readonly found: readonly QuickReplyJson[];
  readonly active: number;
  readonly pick: (reply: QuickReplyJson) => void;
  /** Takes the keys that belong to the list while it is open. True when it took one. */
  readonly onKey: (event: KeyboardEvent) => boolean;
};

/** Offers quick replies for a word after a slash; the one that is picked stands in the field, filled in. */
export function useQuickReply(
  field: RefObject<HTMLTextAreaElement | null>,
  conversation: ConversationJson,
  text: string,
): QuickReplyState {
  const { member } = useMe();
  const channel = useWorkspace((state) => state.channels.get(conversation.channelId));
  const [at, setAt] = useState(0);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const word = slashWord(text, text.length);
  const open = word !== null && word !== dismissed;
  const replies = useQuickReplies(open);
  const found = open ? findReplies(replies, word, SHOWN) : [];
  const active = Math.min(at, Math.max(0, found.length - 1));

  function pick(reply: QuickReplyJson): void {
    const filled = fillReply(reply.text, {
      contact: conversation.contact,
      memberName: member.name,
      channelName: channel?.name ?? "",
    });
    drafts.write(conversation.id, filled.text);
    stagedReplies.stage(conversation.id, reply);
    setAt(0);
    requestAnimationFrame(() => {
      const hole = filled.text.indexOf("{{");
      const end = filled.text.length;
      field.current?.focus();
      field.current?.setSelectionRange(
        hole === -1 ? end : hole,
        hole === -1 ? end : filled.text.indexOf("}}", hole) + 2,
      );
    });
  }

  function onKey(event: KeyboardEvent): boolean {
    const chosen = found[active];
    if (!chosen || event.shiftKey) return false;
    const act = {
      ArrowDown: () => setAt((active + 1) % found.length),
      ArrowUp: () => setAt((active + found.length - 1) % found.length),
      Enter: () => pick(chosen),
      Tab: () => pick(chosen),
      Escape: () => setDismissed(word),
    }[event.key];
    if (!act) return false;
    event.preventDefault();
    event.stopPropagation();
    act();
    return true;
  }

  return { found, active, pick, onKey };
}
