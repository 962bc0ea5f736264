import type { ConversationJson } from "@galka/contract/json/conversation";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Modal } from "../../ui/Modal.tsx";
import { toasts } from "../../ui/toasts.ts";
import { LabelMark } from "./LabelMark.tsx";
import { useLabels } from "./labels-query.ts";

type Props = { readonly conversation: ConversationJson; readonly onClose: () => void };

/** Puts labels on a conversation and takes others off it, several at once. */
export function LabelPicker({ conversation, onClose }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const words = useErrorWords();
  const labels = useLabels();
  const before = conversation.labelIds;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(before));
  const [sought, setSought] = useState("");
  const found = labels.filter(({ name }) => name.toLowerCase().includes(sought.toLowerCase()));

  function toggle(id: string): void {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  }

  function save(): void {
    const add = [...chosen].filter((id) => !before.includes(id));
    const remove = before.filter((id) => !chosen.has(id));
    onClose();
    if (add.length + remove.length === 0) return;
    api("changeLabels", { params: { id: conversation.id }, body: { add, remove } }).catch(
      (error: unknown) => toasts.add({ title: words(error) }),
    );
  }

  return (
    <Modal open onClose={onClose} title={t("labels.choose")} width="small">
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <input
          className="field"
          type="search"
          value={sought}
          aria-label={t("labels.find")}
          placeholder={t("labels.find")}
          onChange={(event) => setSought(event.target.value)}
        />
        {labels.length === 0 ? <p className="text-list text-ink-2">{t("labels.none")}</p> : null}
        <ul className="flex max-h-80 flex-col overflow-y-auto">
          {found.map(({ id, name, color, shape }) => (
            <li key={id}>
              <label className="flex min-h-9 cursor-pointer items-center gap-2 rounded-control px-2 hover:bg-surface-2 pointer-coarse:min-h-11">
                <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />
                <LabelMark color={color} shape={shape} />
                <span className="truncate" dir="auto">
                  {name}
                </span>
              </label>
            </li>
          ))}
        </ul>
        <Button type="submit" look="primary" className="self-end">
          {t("action.save")}
        </Button>
      </form>
    </Modal>
  );
}
