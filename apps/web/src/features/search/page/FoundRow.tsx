import type { FoundInThreadJson } from "@galka/contract/json/people/found";
import { Link } from "@tanstack/react-router";
import { FileText, StickyNote } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../../sync/SyncProvider.tsx";
import { Avatar } from "../../../ui/marks/Avatar.tsx";
import { Moment } from "../../../ui/marks/Moment.tsx";
import { phoneText } from "../../contact/phone-format.ts";
import { Highlighted } from "../Highlighted.tsx";

/** One message, note or file that was found; it opens where it stands in its thread. */
export function FoundRow({ found }: { readonly found: FoundInThreadJson }) {
  const { t } = useTranslation();
  const members = useWorkspace((state) => state.members);
  const channels = useWorkspace((state) => state.channels);
  const name = found.contactName === "" ? t("contact.unnamed") : phoneText(found.contactName);
  const author = members?.get(found.authorMemberId ?? "")?.name;
  const where = [
    found.direction === "in" ? null : (author ?? t("found.direction.out")),
    channels && channels.size > 1 ? channels.get(found.channelId)?.name : null,
  ].filter((it) => typeof it === "string");
  return (
    <li>
      <Link
        to="/inbox/$conversationId"
        params={{ conversationId: found.conversationId }}
        search={{ message: found.messageId }}
        data-found={found.messageId}
        className="flex gap-3 rounded-control px-2 py-2 -outline-offset-2 hover:bg-surface-2"
      >
        <Avatar name={name} size={40} />
        <span className="min-w-0 flex-1 text-list">
          <span className="flex items-baseline gap-2">
            {found.direction === "note" ? (
              <StickyNote size={14} aria-label={t("found.direction.note")} className="text-amber" />
            ) : null}
            <bdi className="truncate font-medium">{name}</bdi>
            {where.length > 0 ? (
              <span className="truncate text-ink-2">{where.join(" · ")}</span>
            ) : null}
            <Moment at={found.at} as="list" className="ml-auto shrink-0 text-meta text-ink-3" />
          </span>
          {found.fileName ? (
            <span className="flex items-center gap-1 text-ink-2">
              <FileText size={14} aria-hidden="true" />
              <bdi className="truncate">{found.fileName}</bdi>
            </span>
          ) : null}
          <span className="line-clamp-3 wrap-anywhere text-ink-2" dir="auto">
            <Highlighted text={found.snippet} />
          </span>
        </span>
      </Link>
    </li>
  );
}
