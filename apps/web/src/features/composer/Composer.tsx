import type { ConversationJson } from "@galka/contract/json/conversation";
import type { MessageJson } from "@galka/contract/json/message";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../sync/SyncProvider.tsx";
import { useNow } from "../../sync/use-now.ts";
import { Notice } from "../../ui/Notice.tsx";
import { windowState } from "../inbox/window-state.ts";
import { ClosedComposer } from "./ClosedComposer.tsx";
import { OpenComposer } from "./OpenComposer.tsx";

type Props = {
  readonly conversation: ConversationJson;
  readonly replyTo: MessageJson | null;
  readonly onReplyDone: () => void;
};

/** Where one answers: with anything while the window is open, with a template once it has closed. */
export function Composer({ conversation, replyTo, onReplyDone }: Props) {
  const { t } = useTranslation();
  const now = useNow("second");
  const channel = useWorkspace((state) => state.channels.get(conversation.channelId));
  const serviceWindow = windowState(now, conversation.lastInboundAt);

  if (channel?.status !== "connected") {
    return (
      <div className="border-t bg-surface p-3">
        <Notice tone="soon">
          {channel?.status === "paused" ? t("composer.channelPaused") : t("composer.channelGone")}
        </Notice>
      </div>
    );
  }
  return serviceWindow.open ? (
    <OpenComposer conversation={conversation} replyTo={replyTo} onReplyDone={onReplyDone} />
  ) : (
    <ClosedComposer conversation={conversation} neverOpen={serviceWindow.closesAt === null} />
  );
}
