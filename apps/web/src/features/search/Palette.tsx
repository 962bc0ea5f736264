import { Dialog } from "@base-ui/react/dialog";
import { Link } from "@tanstack/react-router";
import { Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/me.ts";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useWorkspace } from "../../sync/SyncProvider.tsx";
import { useViews } from "../filters/views-query.ts";
import { useQuickReplies } from "../quick-replies/quick-replies-query.ts";
import { ResultRow } from "./ResultRow.tsx";
import { type Held, type Result, resultsOf } from "./results.ts";
import { useOpenResult } from "./use-open-result.ts";
import { useSearch } from "./use-search.ts";

const KINDS = ["contact", "message", "view", "reply", "command"] as const;

/** One field for people, messages and commands, with the keyboard to the end. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const listId = useId();
  const words = useErrorWords();
  const open = useOpenResult();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const { answer, searching, error } = useSearch(text);
  const held = useHeld();
  const results = resultsOf(answer, text, ({ id }) => t(`command.${id}`), held);
  const active = Math.min(at, Math.max(0, results.length - 1));
  const activeId = results[active]?.id;

  useEffect(() => {
    if (activeId) document.querySelector(`#${activeId}`)?.scrollIntoView({ block: "nearest" });
  }, [activeId]);

  function onKeyDown(event: KeyboardEvent): void {
    const act = {
      ArrowDown: () => setAt((active + 1) % Math.max(1, results.length)),
      ArrowUp: () => setAt((active + results.length - 1) % Math.max(1, results.length)),
      Home: () => setAt(0),
      End: () => setAt(results.length - 1),
      Enter: () => results[active] && open(results[active]),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  return (
    <Dialog.Root open onOpenChange={(now) => (now ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim" />
        <Dialog.Popup
          aria-label={t("search.title")}
          className="rises fixed inset-x-2 top-2 z-40 mx-auto flex max-h-[80dvh] max-w-150 flex-col rounded-bubble bg-surface shadow-float narrow:top-[10dvh]"
        >
          <div className="flex items-center gap-2 border-b px-3">
            <Search size={18} aria-hidden="true" className="shrink-0 text-ink-3" />
            <input
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select has no field to search in
              role="combobox"
              aria-expanded="true"
              aria-controls={listId}
              aria-activedescendant={activeId}
              aria-label={t("search.title")}
              placeholder={t("search.placeholder")}
              autoComplete="off"
              value={text}
              onChange={(event) => {
                setText(event.target.value);
                setAt(0);
              }}
              onKeyDown={onKeyDown}
              className="h-12 min-w-0 flex-1 bg-transparent text-message outline-none"
            />
            <kbd className="font-mono text-meta text-ink-3">{t("search.esc")}</kbd>
          </div>
          <div
            id={listId}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select would take the focus from the field
            role="listbox"
            aria-label={t("search.results")}
            className="min-h-0 flex-1 overflow-y-auto p-2"
          >
            {KINDS.map((kind) => (
              <Group key={kind} kind={kind} results={results} activeId={activeId} onPick={open} />
            ))}
          </div>
          {text.trim() === "" ? null : (
            <Link
              to="/search"
              search={{ q: text.trim() }}
              onClick={onClose}
              className="link block border-t px-3 py-2 text-list"
            >
              {t("found.all")}
            </Link>
          )}
          <output className="block border-t px-3 py-2 text-meta text-ink-2">
            {error
              ? words(error)
              : searching && text !== ""
                ? t("search.searching")
                : t("search.count", { count: results.length })}
          </output>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function useHeld(): Held {
  const conversations = useWorkspace((state) => state.conversations);
  const { views } = useViews();
  const replies = useQuickReplies(true);
  const { permissions } = useMe();
  return useMemo(
    () => ({ conversations: [...(conversations?.values() ?? [])], views, replies, permissions }),
    [conversations, views, replies, permissions],
  );
}

type GroupProps = {
  readonly kind: Result["kind"];
  readonly results: readonly Result[];
  readonly activeId: string | undefined;
  readonly onPick: (result: Result) => void;
};

function Group({ kind, results, activeId, onPick }: GroupProps) {
  const { t } = useTranslation();
  const own = results.filter((result) => result.kind === kind);
  if (own.length === 0) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a group of options belongs into the listbox
    <div role="group" aria-label={t(`search.group.${kind}`)} className="mb-2">
      <p aria-hidden="true" className="px-2 py-1 text-meta font-medium text-ink-3">
        {t(`search.group.${kind}`)}
      </p>
      {own.map((result) => (
        <ResultRow
          key={result.id}
          result={result}
          active={result.id === activeId}
          onPick={() => onPick(result)}
        />
      ))}
    </div>
  );
}
