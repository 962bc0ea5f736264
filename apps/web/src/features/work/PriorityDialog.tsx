import type { ConversationJson } from "@galka/contract/json/conversation";
import { PRIORITIES } from "@galka/core/conversations/work";
import { useTranslation } from "react-i18next";
import { Modal } from "../../ui/Modal.tsx";
import { PriorityMark } from "./PriorityMark.tsx";
import { useWork } from "./use-work.ts";

type Props = { readonly conversation: ConversationJson; readonly onClose: () => void };

/** Says how urgent the conversation is. */
export function PriorityDialog({ conversation, onClose }: Props) {
  const { t } = useTranslation();
  const { change } = useWork(conversation.id);
  return (
    <Modal open onClose={onClose} title={t("work.priority")} width="small">
      <ul aria-label={t("work.priority")}>
        {PRIORITIES.map((priority) => (
          <li key={priority}>
            <button
              type="button"
              aria-pressed={priority === conversation.priority}
              onClick={() => {
                change({ priority });
                onClose();
              }}
              className="flex min-h-11 w-full items-center gap-2 rounded-control px-2 text-left hover:bg-surface-3 aria-pressed:bg-selected"
            >
              <PriorityMark priority={priority} size={20} />
              {t(`filters.priority.${priority}`)}
            </button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
