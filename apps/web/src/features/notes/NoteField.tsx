import { type KeyboardEvent, type RefObject, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../sync/SyncProvider.tsx";
import { MentionSuggestions } from "./MentionSuggestions.tsx";
import { mentionWordAt, type Person } from "./mentions-in.ts";

type Props = {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Somebody was chosen among several of one name. */
  readonly onPick: (id: string) => void;
  readonly onKeep: () => void;
  readonly onLeave: () => void;
};

const SHOWN = 6;

/** Where a note is written: @ offers colleagues, Ctrl-Enter keeps it, Esc leaves. */
export function NoteField({ field, text, onText, onPick, onKeep, onLeave }: Props) {
  const { t } = useTranslation();
  const listId = useId();
  const members = useWorkspace((state) => state.members);
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  const word = mentionWordAt(text, caret);
  const team = [...(members?.values() ?? [])].filter((it) => it.active);
  const found = word ? team.filter((it) => isMeant(it, word.query)).slice(0, SHOWN) : [];

  function pick(person: Person | undefined): void {
    if (!word || !person) return;
    const before = `${text.slice(0, word.from)}@${person.name} `;
    onPick(person.id);
    onText(before + text.slice(caret));
    setCaret(before.length);
    requestAnimationFrame(() => field.current?.setSelectionRange(before.length, before.length));
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
    if (event.key === "Escape") onLeave();
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onKeep();
  }

  return (
    <>
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
        onChange={({ target }) => {
          onText(target.value);
          setCaret(target.selectionStart);
          setActive(0);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
    </>
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
