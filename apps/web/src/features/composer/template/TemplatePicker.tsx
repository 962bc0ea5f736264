import type { ConversationJson } from "@galka/contract/json/conversation";
import type { TemplateJson } from "@galka/contract/json/workspace";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { Modal } from "../../../ui/Modal.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { TemplateForm } from "./TemplateForm.tsx";
import { TemplateList } from "./TemplateList.tsx";
import { templatesQuery } from "./templates-query.ts";

type Props = {
  readonly conversation: ConversationJson;
  readonly onClose: () => void;
};

/** Chooses a template, fills it in and sends it. */
export function TemplatePicker({ conversation, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      open
      onClose={onClose}
      width="large"
      title={t("template.choose")}
      description={t("template.why")}
    >
      <Steps conversation={conversation} onDone={onClose} />
    </Modal>
  );
}

type StepsProps = { readonly conversation: ConversationJson; readonly onDone: () => void };

function Steps({ conversation, onDone }: StepsProps) {
  const api = useApi();
  const [chosen, setChosen] = useState<TemplateJson | null>(null);
  const query = useQuery(templatesQuery(api, conversation.channelId));

  if (query.isPending) return <Skeleton rows={4} kind="lines" />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return chosen ? (
    <TemplateForm
      template={chosen}
      conversation={conversation}
      onBack={() => setChosen(null)}
      onSent={onDone}
    />
  ) : (
    <TemplateList
      channelId={conversation.channelId}
      templates={query.data.items}
      onChoose={setChosen}
    />
  );
}
