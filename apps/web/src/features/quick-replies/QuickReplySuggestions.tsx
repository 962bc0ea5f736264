import type { QuickReplyJson } from "@galka/contract/json/library";
import { FileText, RectangleEllipsis } from "lucide-react";
import { useTranslation } from "react-i18next";
import { classNames } from "../../ui/class-names.ts";

type Props = {
  readonly id: string;
  readonly found: readonly QuickReplyJson[];
  readonly active: number;
  readonly onPick: (reply: QuickReplyJson) => void;
};

/** The quick replies that a word after a slash may mean, above the field; the field keeps the focus. */
export function QuickReplySuggestions({ id, found, active, onPick }: Props) {
  const { t } = useTranslation();
  return (
    <div
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select would take the focus from the field
      role="listbox"
      aria-label={t("quickReplies.title")}
      className="absolute inset-x-0 bottom-full z-10 mb-1 max-h-80 overflow-y-auto rounded-control bg-surface p-1 shadow-float"
    >
      {found.map((reply, index) => (
        <div
          key={reply.id}
          id={`${id}-${index}`}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select would take the focus from the field
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={classNames(
            "flex min-h-11 items-center gap-3 rounded-md px-2 py-1 text-list",
            index === active && "bg-selected",
          )}
          onPointerDown={(event) => {
            event.preventDefault();
            onPick(reply);
          }}
        >
          <span className="w-24 shrink-0 truncate font-mono text-meta text-blue-ink">
            /{reply.shortcut}
          </span>
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium">
              <bdi>{reply.title}</bdi>
            </span>
            <span className="block truncate text-ink-2" dir="auto">
              {reply.text}
            </span>
          </span>
          {reply.folder === "" ? null : (
            <span className="max-w-24 truncate text-meta text-ink-3 max-narrow:hidden">
              {reply.folder}
            </span>
          )}
          {reply.file ? <FileText size={16} aria-hidden="true" className="text-ink-3" /> : null}
          {reply.buttons.length > 0 ? (
            <RectangleEllipsis size={16} aria-hidden="true" className="text-ink-3" />
          ) : null}
        </div>
      ))}
    </div>
  );
}
