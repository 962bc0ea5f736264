import type { ConversationJson } from "@galka/contract/json/conversation";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../api/use-may.ts";
import { useWorkspace } from "../../sync/SyncProvider.tsx";
import { useNow } from "../../sync/use-now.ts";
import { Button } from "../../ui/Button.tsx";
import { Avatar } from "../../ui/marks/Avatar.tsx";
import { contactName } from "../contact/contact-name.ts";
import { usePreviewWords } from "../inbox/use-preview-words.ts";
import { windowState } from "../inbox/window-state.ts";
import { useWork } from "../work/use-work.ts";

type Props = {
  readonly conversation: ConversationJson;
  /** What is counted down, and what goes with it. */
  readonly children: ReactNode;
};

/** A conversation of a queue: who, their last words, what is counted, and who has it or may take it. */
export function QueueRow({ conversation: asked, children }: Props) {
  const { t } = useTranslation();
  const preview = usePreviewWords();
  const now = useNow("halfMinute");
  const held = useWorkspace((state) => state.conversations.get(asked.id));
  const conversation = held ?? asked;
  const { id, lastMessage, lastInboundAt } = conversation;
  const name = contactName(conversation.contact, t("contact.unnamed"));
  const { share, soon } = windowState(now, lastInboundAt);
  return (
    <li className="relative flex flex-wrap items-center gap-x-4 gap-y-2 px-3 py-2.5 hover:bg-surface-2">
      <Avatar name={name} size={40} windowShare={share} windowSoon={soon} />
      <span className="flex min-w-40 flex-1 flex-col text-list">
        <Link
          to="/inbox/$conversationId"
          params={{ conversationId: id }}
          className="truncate font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-blue"
        >
          <bdi>{name}</bdi>
        </Link>
        <span className="truncate text-ink-2" dir="auto">
          {lastMessage ? preview(lastMessage.content) : t("inbox.noMessages")}
        </span>
      </span>
      <span className="flex min-w-50 flex-1 flex-col gap-0.5">{children}</span>
      <Owner conversation={conversation} name={name} />
    </li>
  );
}

type OwnerProps = { readonly conversation: ConversationJson; readonly name: string };

function Owner({ conversation: { id, assigneeId }, name }: OwnerProps) {
  const { t } = useTranslation();
  const may = useMay();
  const { take } = useWork(id);
  const owner = useWorkspace((state) => state.members.get(assigneeId ?? ""));
  if (assigneeId !== null) {
    return (
      <span className="w-32 truncate text-right text-list text-ink-2 max-narrow:text-left">
        {owner ? t("soonest.has", { name: owner.name }) : null}
      </span>
    );
  }
  return (
    <span className="w-32 text-right max-narrow:text-left">
      {may("conversations.organize") ? (
        <Button className="relative" aria-label={t("soonest.take", { name })} onClick={take}>
          {t("work.take")}
        </Button>
      ) : (
        <span className="text-list text-ink-3">{t("soonest.nobody")}</span>
      )}
    </span>
  );
}
