import { FileText, Film, Mic, Music, RotateCw, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../../api/use-error-words.ts";
import { fileSize } from "../../../i18n/numbers.ts";
import { useLocale } from "../../../i18n/use-locale.ts";
import { IconButton } from "../../../ui/IconButton.tsx";
import { type Attachment, attachments } from "./attachments.ts";

type Props = { readonly conversationId: string; readonly items: readonly Attachment[] };

const ICONS = { video: Film, audio: Music, voice: Mic, document: FileText } as const;

/** The files that will go with the next message: what they are, how far they are, and what went wrong. */
export function AttachmentTray({ conversationId, items }: Props) {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  return (
    <ul aria-label={t("attachment.list")} className="flex flex-wrap gap-2 px-3 pt-2">
      {items.map((item) => (
        <Item key={item.id} conversationId={conversationId} item={item} />
      ))}
    </ul>
  );
}

function Item({
  conversationId,
  item,
}: {
  readonly conversationId: string;
  readonly item: Attachment;
}) {
  const { t } = useTranslation();
  const locale = useLocale();
  const words = useErrorWords();
  const { file, error, share, uploaded } = item;
  const percent = Math.round(share * 100);
  const state =
    error === null
      ? uploaded
        ? `${t(`kind.${item.kind}`)} · ${fileSize(locale, file.size)}`
        : t("attachment.uploading", { percent })
      : words(error);

  return (
    <li className="relative flex w-full max-w-70 items-center gap-2 overflow-hidden rounded-control border bg-surface-2 p-1.5">
      <Thumbnail item={item} />
      <div className="min-w-0 flex-1">
        <p className="truncate text-list font-medium">
          <bdi>{file.name}</bdi>
        </p>
        <p
          role={error === null ? undefined : "alert"}
          className={error === null ? "truncate text-meta text-ink-2" : "text-meta text-red"}
        >
          {state}
        </p>
      </div>
      {error === null ? null : (
        <IconButton
          label={t("action.tryAgain")}
          onClick={() => attachments.retry(conversationId, item)}
        >
          <RotateCw size={16} aria-hidden="true" />
        </IconButton>
      )}
      <IconButton
        label={t("attachment.remove", { name: file.name })}
        onClick={() => attachments.remove(conversationId, item)}
      >
        <X size={16} aria-hidden="true" />
      </IconButton>
      {uploaded || error !== null ? null : (
        <progress
          aria-label={t("attachment.uploading", { percent })}
          value={share}
          className="absolute inset-x-0 bottom-0 h-0.5 w-full appearance-none [&::-moz-progress-bar]:bg-blue [&::-webkit-progress-bar]:bg-transparent [&::-webkit-progress-value]:bg-blue"
        />
      )}
    </li>
  );
}

function Thumbnail({ item }: { readonly item: Attachment }) {
  if (item.file.type.startsWith("image/")) {
    return (
      <img
        src={item.localUrl}
        alt=""
        className="size-11 shrink-0 rounded-md bg-surface-3 object-cover"
      />
    );
  }
  const Icon = item.kind === "image" || item.kind === "sticker" ? FileText : ICONS[item.kind];
  return (
    <span className="grid size-11 shrink-0 place-items-center rounded-md bg-blue-soft text-blue-ink">
      <Icon size={20} aria-hidden="true" />
    </span>
  );
}
