import type { MessageJson } from "@galka/contract/json/message";
import { Pin, StickyNote } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/me.ts";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi, useWorkspace } from "../../sync/SyncProvider.tsx";
import { classNames } from "../../ui/class-names.ts";
import { Moment } from "../../ui/marks/Moment.tsx";
import { toasts } from "../../ui/toasts.ts";

type Props = {
  readonly message: MessageJson;
  readonly text: string;
  readonly reachable: boolean;
  readonly pointedAt: boolean;
};

/** What the team wrote to itself: across the thread and in a colour of its own, so that nobody takes it for an answer. */
export function NoteBubble({ message, text, reachable, pointedAt }: Props) {
  const { t } = useTranslation();
  const { member } = useMe();
  const author = useWorkspace((state) => state.members.get(message.authorMemberId ?? ""));
  const isOwn = message.authorMemberId === member.id;
  const title = isOwn ? t("note.own") : t("note.by", { name: author?.name ?? t("note.someone") });
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
      ) : (
        <p className="wrap-anywhere whitespace-pre-wrap" dir="auto">
          {text}
        </p>
      )}
      {message.editedAt && !message.deletedAt ? (
        <span className="text-meta text-ink-2">{t("thread.edited")}</span>
      ) : null}
      {isOwn && !message.deletedAt ? <TakeBack id={message.id} /> : null}
    </article>
  );
}

function TakeBack({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const api = useApi();
  const words = useErrorWords();
  return (
    <button
      type="button"
      className="link mt-1 text-meta"
      onClick={() => {
        api("deleteNote", { params: { id } }).catch((error: unknown) =>
          toasts.add({ title: words(error) }),
        );
      }}
    >
      {t("note.takeBack")}
    </button>
  );
}
