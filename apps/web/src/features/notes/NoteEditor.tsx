import type { MessageJson } from "@galka/contract/json/message";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDeed } from "../../api/use-deed.ts";
import { useApi, useWorkspace } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { mentionsIn } from "./mentions-in.ts";
import { NoteField } from "./NoteField.tsx";

type Props = {
  readonly message: MessageJson;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly onDone: () => void;
};

/** Writes one's own note anew, in its place. Whoever is named only now is told. */
export function NoteEditor({ message, text: before, mentions, onDone }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const members = useWorkspace((state) => state.members);
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(before);
  const [picked, setPicked] = useState<ReadonlySet<string>>(() => new Set(mentions));
  const { busy, error, run } = useDeed();
  useEffect(() => field.current?.focus(), []);

  async function save(): Promise<void> {
    if (text.trim() === "" || busy) return;
    const team = [...(members?.values() ?? [])].filter((it) => it.active);
    const body = { text, mentions: [...mentionsIn(text, team, picked)] };
    const isSame = text.trim() === before;
    if (isSame || (await run(() => api("changeNote", { params: { id: message.id }, body })))) {
      onDone();
    }
  }

  return (
    <div className="relative flex flex-col gap-2">
      <NoteField
        field={field}
        text={text}
        onText={setText}
        onPick={(id) => setPicked(new Set([...picked, id]))}
        onKeep={() => void save()}
        onLeave={onDone}
      />
      {error === null ? null : (
        <p role="alert" className="text-list text-red">
          {error}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="quiet" onClick={onDone}>
          {t("action.cancel")}
        </Button>
        <Button
          look="primary"
          busy={busy}
          disabled={text.trim() === ""}
          onClick={() => void save()}
        >
          {t("note.save")}
        </Button>
      </div>
    </div>
  );
}
