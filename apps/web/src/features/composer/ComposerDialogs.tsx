import type { ConversationJson } from "@galka/contract/json/conversation";
import type { MessageJson } from "@galka/contract/json/message";
import { lazy, Suspense } from "react";
import { drafts, useDrafts } from "./drafts.ts";
import type { RichKind } from "./rich/rich-sending.ts";

const TemplatePicker = lazy(() =>
  import("./template/TemplatePicker.tsx").then((module) => ({ default: module.TemplatePicker })),
);

const ScheduleForm = lazy(() =>
  import("../scheduled/ScheduleForm.tsx").then((module) => ({ default: module.ScheduleForm })),
);

const RichDialog = lazy(() =>
  import("./rich/RichDialog.tsx").then((module) => ({ default: module.RichDialog })),
);

/** What is open above the composer: a template, the time of a message, or something to fill in. */
export type ComposerDialog = "template" | "later" | RichKind;

type Props = {
  readonly dialog: ComposerDialog;
  readonly conversation: ConversationJson;
  readonly replyTo: MessageJson | null;
  readonly onClose: () => void;
  readonly onReplyDone: () => void;
};

/** The dialogs of the composer. Words that were taken over from the field leave it once they are on their way. */
export function ComposerDialogs({ dialog, conversation, replyTo, onClose, onReplyDone }: Props) {
  const { id } = conversation;
  const text = useDrafts()[id] ?? "";
  const forget = () => drafts.write(id, "");

  return <Suspense>{shown()}</Suspense>;

  function shown() {
    if (dialog === "template") {
      return <TemplatePicker conversation={conversation} onClose={onClose} />;
    }
    if (dialog === "later") {
      const wanted = { conversationId: id, draft: { kind: "text", text } as const };
      return <ScheduleForm wanted={wanted} onClose={onClose} onDone={forget} />;
    }
    const place = {
      conversationId: id,
      replyTo,
      text,
      onClose,
      onSent: (sent: object) => {
        if ("text" in sent && text.trim() !== "") forget();
        onReplyDone();
        onClose();
      },
    };
    return <RichDialog kind={dialog} place={place} />;
  }
}
