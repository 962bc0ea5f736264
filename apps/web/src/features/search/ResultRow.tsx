import { CornerDownLeft, ListFilter, Zap } from "lucide-react";
import { useTranslation } from "react-i18next";
import { classNames } from "../../ui/class-names.ts";
import { Avatar } from "../../ui/marks/Avatar.tsx";
import { Moment } from "../../ui/marks/Moment.tsx";
import { contactAddress, contactName } from "../contact/contact-name.ts";
import { Highlighted } from "./Highlighted.tsx";
import type { Result } from "./results.ts";

type Props = {
  readonly result: Result;
  readonly active: boolean;
  readonly onPick: () => void;
};

/** One line of the palette. */
export function ResultRow({ result, active, onPick }: Props) {
  return (
    <div
      id={result.id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select would take the focus from the field
      role="option"
      tabIndex={-1}
      aria-selected={active}
      onPointerDown={(event) => {
        event.preventDefault();
        onPick();
      }}
      className={classNames(
        "flex min-h-11 items-center gap-3 rounded-control px-2 py-1",
        active ? "bg-selected" : "hover:bg-surface-2",
      )}
    >
      <Contents result={result} />
      {active ? (
        <CornerDownLeft size={14} aria-hidden="true" className="shrink-0 text-ink-3" />
      ) : null}
    </div>
  );
}

function Contents({ result }: { readonly result: Result }) {
  const { t } = useTranslation();
  if (result.kind === "command") {
    return (
      <>
        <span className="flex-1">{result.name}</span>
        {result.command.keys ? (
          <kbd className="font-mono text-meta text-ink-3">{result.command.keys}</kbd>
        ) : null}
      </>
    );
  }
  if (result.kind === "view") {
    return (
      <>
        <ListFilter size={18} aria-hidden="true" className="text-ink-3" />
        <span className="min-w-0 flex-1 truncate">
          <bdi>{result.view.name}</bdi>
        </span>
      </>
    );
  }
  if (result.kind === "reply") {
    return (
      <>
        <Zap size={18} aria-hidden="true" className="text-ink-3" />
        <span className="min-w-0 flex-1 truncate">
          <bdi>{result.reply.title}</bdi>
        </span>
        <kbd className="font-mono text-meta text-ink-3">/{result.reply.shortcut}</kbd>
      </>
    );
  }
  if (result.kind === "contact") {
    const name = contactName(result.found.contact, t("contact.unnamed"));
    return (
      <>
        <Avatar name={name} size={32} />
        <span className="min-w-0 flex-1 text-list">
          <span className="block truncate font-medium">
            <bdi>{name}</bdi>
          </span>
          <span className="block truncate text-ink-2">{contactAddress(result.found.contact)}</span>
        </span>
      </>
    );
  }
  const { contactName: name, snippet, at, direction } = result.found;
  return (
    <>
      <Avatar name={name} size={32} />
      <span className="min-w-0 flex-1 text-list">
        <span className="flex gap-2">
          <span className="truncate font-medium">
            <bdi>{direction === "out" ? t("search.youTo", { name }) : name}</bdi>
          </span>
          <Moment at={at} as="list" className="ml-auto shrink-0 text-meta text-ink-3" />
        </span>
        <span className="line-clamp-2 text-ink-2" dir="auto">
          <Highlighted text={snippet} />
        </span>
      </span>
    </>
  );
}
