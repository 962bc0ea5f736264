import { StickyNote } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi, useWorkspace } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { toasts } from "../../ui/toasts.ts";
import { newClientId } from "../composer/client-id.ts";
import { drafts, useDrafts } from "../composer/drafts.ts";
import { MentionSuggestions } from "./MentionSuggestions.tsx";
import { mentionWordAt, mentionsIn, type Person } from "./mentions-in.ts";

type Props = { readonly conversationId: string; readonly onDone: () => void };

const SHOWN = 6;

/** Where the team writes to itself. Ctrl-Enter keeps the note; what is half written survives like a draft. */
export function NoteComposer({ conversationId, onDone }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const words = useErrorWords();
  const listId = useId();
  const key = `note:${conversationId}`;
  const text = useDrafts()[key] ?? "";
  const members = useWorkspace((state) => state.members);
  const team = [...(members?.values() ?? [])];
  const field = useRef<HTMLTextAreaElement>(null);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  const [busy, setBusy] = useState(false);
  // One note is asked for under one id, however often its answer is lost.
  const [clientId, setClientId] = useState(newClientId);
  const word = mentionWordAt(text, caret);
  const found = word ? team.filter((it) => isMeant(it, word.query)).slice(0, SHOWN) : [];

  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another conversation takes the focus anew
  useEffect(() => field.current?.focus(), [conversationId]);

  function write(next: string): void {
    drafts.write(key, next);
    setCaret(field.current?.selectionStart ?? next.length);
    setActive(0);
  }

  function pick(person: Person | undefined): void {
    if (!word || !person) return;
    const before = `${text.slice(0, word.from)}@${person.name} `;
    setPicked(new Set([...picked, person.id]));
    drafts.write(key, before + text.slice(caret));
    setCaret(before.length);
    requestAnimationFrame(() => field.current?.setSelectionRange(before.length, before.length));
  }

  async function save(): Promise<void> {
    if (text.trim() === "" || busy) return;
    setBusy(true);
    try {
      const mentions = [...mentionsIn(text, team, picked)];
      await api("addNote", { params: { id: conversationId }, body: { clientId, text, mentions } });
      drafts.write(key, "");
      setPicked(new Set());
      setClientId(newClientId());
    } catch (error) {
      toasts.add({ title: words(error) });
    }
    setBusy(false);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (found.length > 0 && takesKey(event.key)) {
      event.preventDefault();
      event.stopPropagation();
      if (event.key === "ArrowDown") setActive((active + 1) % found.length);
      else if (event.key === "ArrowUp") setActive((active + found.length - 1) % found.length);
      else pick(found[active]);
      return;
    }
    if (event.key === "Escape") onDone();
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void save();
  }

  return (
    <div className="relative flex items-end gap-2 bg-amber-soft px-2 py-2 narrow:px-4">
      {found.length > 0 ? (
        <MentionSuggestions id={listId} found={found} active={active} onPick={pick} />
      ) : null}
      <textarea
        ref={field}
        rows={2}
        dir="auto"
        value={text}
        aria-label={t("note.field")}
        placeholder={t("note.placeholder")}
        aria-autocomplete="list"
        aria-controls={found.length > 0 ? listId : undefined}
        aria-activedescendant={found.length > 0 ? `${listId}-${active}` : undefined}
        className="field field-sizing-content block max-h-45 min-h-14 min-w-0 flex-1 resize-none py-1.5"
        onChange={(event) => write(event.target.value)}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
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

function isMeant({ name }: Person, query: string): boolean {
  return name
    .toLowerCase()
    .split(/\s+/u)
    .some((part) => part.startsWith(query.toLowerCase()));
}

function takesKey(key: string): boolean {
  return key === "ArrowDown" || key === "ArrowUp" || key === "Enter" || key === "Tab";
}
