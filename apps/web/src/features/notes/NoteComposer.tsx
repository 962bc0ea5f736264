import { StickyNote } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi, useWorkspace } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { toasts } from "../../ui/toasts.ts";
import { newClientId } from "../composer/client-id.ts";
import { drafts, useDrafts } from "../composer/drafts.ts";
import { mentionsIn } from "./mentions-in.ts";
import { NoteField } from "./NoteField.tsx";

type Props = { readonly conversationId: string; readonly onDone: () => void };

/** Where the team writes to itself. Ctrl-Enter keeps the note; what is half written survives like a draft. */
export function NoteComposer({ conversationId, onDone }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const words = useErrorWords();
  const key = `note:${conversationId}`;
  const text = useDrafts()[key] ?? "";
  const members = useWorkspace((state) => state.members);
  const field = useRef<HTMLTextAreaElement>(null);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  // One note is asked for under one id, however often its answer is lost.
  const [clientId, setClientId] = useState(newClientId);

  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another conversation takes the focus anew
  useEffect(() => field.current?.focus(), [conversationId]);

  async function save(): Promise<void> {
    if (text.trim() === "" || busy) return;
    setBusy(true);
    try {
      const mentions = [...mentionsIn(text, [...(members?.values() ?? [])], picked)];
      await api("addNote", { params: { id: conversationId }, body: { clientId, text, mentions } });
      drafts.write(key, "");
      setPicked(new Set());
      setClientId(newClientId());
    } catch (error) {
      toasts.add({ title: words(error) });
    }
    setBusy(false);
  }

  return (
    <div className="relative flex items-end gap-2 bg-amber-soft px-2 py-2 narrow:px-4">
      <NoteField
        field={field}
        text={text}
        onText={(next) => drafts.write(key, next)}
        onPick={(id) => setPicked(new Set([...picked, id]))}
        onKeep={() => void save()}
        onLeave={onDone}
      />
      <Button
        look="primary"
        busy={busy}
        disabled={text.trim() === ""}
        icon={<StickyNote size={16} aria-hidden="true" />}
        onClick={() => void save()}
      >
        {t("note.save")}
      </Button>
    </div>
  );
}
