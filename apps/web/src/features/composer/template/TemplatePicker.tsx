import type { ConversationJson } from "@galka/contract/json/conversation";
import type { DraftJson } from "@galka/contract/json/message";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Modal } from "../../../ui/Modal.tsx";
import { useSend } from "../use-send.ts";
import { TemplateSteps } from "./TemplateSteps.tsx";

const ScheduleForm = lazy(() =>
  import("../../scheduled/ScheduleForm.tsx").then((module) => ({ default: module.ScheduleForm })),
);

type Props = {
  readonly conversation: ConversationJson;
  readonly onClose: () => void;
};

/** Chooses a template, fills it in and sends it, at once or at a time. */
export function TemplatePicker({ conversation, onClose }: Props) {
  const { t } = useTranslation();
  const send = useSend(conversation.id);
  const [later, setLater] = useState<DraftJson | null>(null);
  const { channelId, contact } = conversation;
  return (
    <Modal
      open
      onClose={onClose}
      width="large"
      title={t("template.choose")}
      description={t("template.why")}
    >
      <TemplateSteps
        channelId={channelId}
        contact={contact}
        deed={{
          label: t("template.send"),
          pricedIn: conversation,
          run: (sending) => {
            send(sending, null);
            onClose();
          },
        }}
        onLater={({ draft }) => setLater(draft)}
      />
      {later ? (
        <Suspense>
          <ScheduleForm
            wanted={{ conversationId: conversation.id, draft: later }}
            onClose={() => setLater(null)}
            onDone={onClose}
          />
        </Suspense>
      ) : null}
    </Modal>
  );
}
