import type { ConversationJson } from "@galka/contract/json/conversation";
import type { ChannelJson } from "@galka/contract/json/workspace";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDeed } from "../../../api/use-deed.ts";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { useNow } from "../../../sync/use-now.ts";
import { Button } from "../../../ui/Button.tsx";
import { Select } from "../../../ui/controls/Select.tsx";
import { Modal } from "../../../ui/Modal.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { newClientId } from "../../composer/client-id.ts";
import { TemplateSteps } from "../../composer/template/TemplateSteps.tsx";
import type { Sending } from "../../composer/use-send.ts";
import { sameList } from "../../inbox/inbox-search.ts";
import { windowState } from "../../inbox/window-state.ts";
import { useContactConversations } from "./use-contact-conversations.ts";

type Props = {
  readonly conversation: ConversationJson;
  /** The numbers on which one can go on. */
  readonly channels: readonly ChannelJson[];
  readonly onClose: () => void;
};

/** Chooses the number, and a template where only that reaches the contact there. */
export function TransferDialog({ conversation, channels, onClose }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const now = useNow("halfMinute");
  const { busy, error, run } = useDeed();
  const [clientId] = useState(newClientId);
  const [channelId, setChannelId] = useState(channels[0]?.id ?? "");
  const { query, items } = useContactConversations(conversation.contact.id);
  const there = items.find((it) => it.channelId === channelId);
  const isOpen = windowState(now, there?.lastInboundAt ?? null).open;

  async function go(sending: Sending | null): Promise<void> {
    const draft = sending ? { draft: sending.draft } : {};
    const params = { id: conversation.id };
    await run(async () => {
      const body = { clientId, channelId, ...draft };
      const { conversationId } = await api("transferConversation", { params, body });
      await queryClient.invalidateQueries({ queryKey: ["contacts", conversation.contact.id] });
      onClose();
      await navigate({
        to: "/inbox/$conversationId",
        params: { conversationId },
        search: sameList,
      });
    });
  }

  return (
    <Modal open onClose={onClose} width="large" title={t("transfer.open")}>
      <div className="flex flex-col gap-4">
        <label className="flex flex-col gap-1 text-list font-medium text-ink-2">
          {t("transfer.channel")}
          <Select
            className="field"
            label={t("transfer.channel")}
            options={channels.map(({ id, name }) => ({ value: id, name }))}
            value={channelId}
            onChange={setChannelId}
          />
        </label>
        {error === null ? null : (
          <Notice tone="bad" urgent>
            {error}
          </Notice>
        )}
        {query.isPending ? (
          <Skeleton rows={3} kind="lines" />
        ) : isOpen ? (
          <>
            <p className="text-ink-2">{t("transfer.isOpen")}</p>
            <Button look="primary" className="self-end" busy={busy} onClick={() => void go(null)}>
              {t("transfer.go")}
            </Button>
          </>
        ) : (
          <>
            <p className="text-ink-2">{t("transfer.isClosed")}</p>
            <TemplateSteps
              key={channelId}
              channelId={channelId}
              contact={conversation.contact}
              deed={{ label: t("transfer.send"), busy, run: (sending) => void go(sending) }}
            />
          </>
        )}
      </div>
    </Modal>
  );
}
