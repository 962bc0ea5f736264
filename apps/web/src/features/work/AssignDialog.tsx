import type { ConversationJson } from "@galka/contract/json/conversation";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Avatar } from "../../ui/marks/Avatar.tsx";
import { Modal } from "../../ui/Modal.tsx";
import { useWork } from "./use-work.ts";

type Props = { readonly conversation: ConversationJson; readonly onClose: () => void };

/** Gives the conversation to somebody, with a few words if there is something to know, or to nobody. */
export function AssignDialog({ conversation, onClose }: Props) {
  const { t } = useTranslation();
  const noteId = useId();
  const [note, setNote] = useState("");
  const { assign } = useWork(conversation.id);
  const members = useWorkspace((state) => state.members);
  const from = conversation.assigneeId;

  function give(assigneeId: string | null): void {
    assign({ assigneeId, from, ...(note.trim() === "" ? {} : { note }) });
    onClose();
  }

  return (
    <Modal open onClose={onClose} title={t("work.assign")} width="small">
      <label htmlFor={noteId} className="text-list font-medium">
        {t("work.note")}
      </label>
      <textarea
        id={noteId}
        rows={2}
        maxLength={2000}
        dir="auto"
        value={note}
        onChange={(event) => setNote(event.target.value)}
        className="control mt-1 mb-3 w-full border border-edge bg-surface p-2"
      />
      <ul aria-label={t("work.assign")}>
        {[...(members?.values() ?? [])].map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              disabled={id === from}
              onClick={() => give(id)}
              className="flex min-h-11 w-full items-center gap-2 rounded-control px-2 text-left hover:bg-surface-3 disabled:bg-selected"
            >
              <Avatar name={name} size={24} />
              <bdi className="truncate">{name}</bdi>
            </button>
          </li>
        ))}
      </ul>
      {from === null ? null : (
        <Button look="quiet" className="mt-3" onClick={() => give(null)}>
          {t("work.release")}
        </Button>
      )}
    </Modal>
  );
}
