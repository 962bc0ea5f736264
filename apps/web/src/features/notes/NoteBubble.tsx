import type { MessageContentJson } from "@galka/contract/json/content";
import type { MessageJson } from "@galka/contract/json/message";
import { Pin, StickyNote } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/me.ts";
import { useMay } from "../../api/use-may.ts";
import { useWorkspace } from "../../sync/SyncProvider.tsx";
import { classNames } from "../../ui/class-names.ts";
import { Moment } from "../../ui/marks/Moment.tsx";

const NoteEditor = lazy(() =>
  import("./NoteEditor.tsx").then((module) => ({ default: module.NoteEditor })),
);

const NoteActions = lazy(() =>
  import("./NoteActions.tsx").then((module) => ({ default: module.NoteActions })),
);

type Props = {
  readonly message: MessageJson;
  readonly note: Extract<MessageContentJson, { kind: "note" }>;
  readonly reachable: boolean;
  readonly pointedAt: boolean;
};

/** What the team wrote to itself: across the thread and in a colour of its own, so that nobody takes it for an answer. */
export function NoteBubble({ message, note, reachable, pointedAt }: Props) {
  const { t } = useTranslation();
  const { member } = useMe();
  const author = useWorkspace((state) => state.members.get(message.authorMemberId ?? ""));
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const isOwn = message.authorMemberId === member.id;
  const name = message.authorRule?.name ?? author?.name ?? t("note.someone");
  const title = isOwn ? t("note.own") : t("note.by", { name });
  const mayAct = may("conversations.reply") && (isOwn || may("conversations.assign"));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrows move among messages
    <article
      data-message={message.id}
      aria-label={title}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrows move among messages, Tab comes to the last
      tabIndex={reachable ? 0 : -1}
      className={classNames(
        "my-2 ml-auto w-full max-w-[min(640px,92%)] rounded-control border border-dashed border-amber-mark bg-amber-soft px-3 py-2",
        pointedAt && "outline-2 outline-offset-2 outline-blue",
      )}
    >
      <p className="mb-1 flex items-center gap-1.5 text-meta font-medium text-amber">
        <StickyNote size={14} aria-hidden="true" />
        {title}
        {message.pinnedAt ? <Pin size={12} aria-label={t("pins.pinned")} /> : null}
        <Moment at={message.at} as="clock" className="ml-auto font-normal" />
      </p>
      {message.deletedAt ? (
        <p className="text-ink-2 italic">{t("note.deleted")}</p>
      ) : editing ? (
        <Suspense>
          <NoteEditor
            message={message}
            text={note.text}
            mentions={note.mentions}
            onDone={() => setEditing(false)}
          />
        </Suspense>
      ) : (
        <p className="wrap-anywhere whitespace-pre-wrap" dir="auto">
          {note.text}
        </p>
      )}
      {message.editedAt && !message.deletedAt ? (
        <span className="text-meta text-ink-2">{t("thread.edited")}</span>
      ) : null}
      {mayAct && !message.deletedAt && !editing ? (
        <Suspense>
          <NoteActions id={message.id} isOwn={isOwn} onEdit={() => setEditing(true)} />
        </Suspense>
      ) : null}
    </article>
  );
}
