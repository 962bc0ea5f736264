import type { ConversationJson } from "@galka/contract/json/conversation";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/me.ts";
import { useLive, useWorkspace } from "../../sync/SyncProvider.tsx";
import { initialsOf } from "../../ui/marks/Avatar.tsx";
import { PriorityMark } from "./PriorityMark.tsx";

/** How urgent the conversation is, whose it is, by their initials, and who is writing or looking at this moment. */
export function RowWork({ conversation }: { readonly conversation: ConversationJson }) {
  const { t } = useTranslation();
  const { member } = useMe();
  const { id, assigneeId, priority } = conversation;
  const owner = useWorkspace((state) => state.members.get(assigneeId ?? ""));
  const presence = useLive((live) => live.presence);
  const others = presence.filter((it) => it.memberId !== member.id);
  const writing = others.find((it) => it.typing === id);
  const viewing = others.find((it) => it.viewing === id);
  const words = writing
    ? t("thread.writes", { name: writing.name })
    : viewing && t("thread.alsoHere", { names: viewing.name });
  return (
    <>
      {words ? (
        <span title={words} className="shrink-0 text-meta font-medium text-blue-ink">
          <span aria-hidden="true">{writing ? "✎" : "●"}</span>
          <span className="sr-only">{words}</span>
        </span>
      ) : null}
      {priority === "normal" ? null : (
        <span title={t("work.priorityIs", { priority: t(`filters.priority.${priority}`) })}>
          <PriorityMark priority={priority} size={14} />
          <span className="sr-only">
            {t("work.priorityIs", { priority: t(`filters.priority.${priority}`) })}
          </span>
        </span>
      )}
      {owner ? (
        <span
          title={t("work.ownedBy", { name: owner.name })}
          className="shrink-0 rounded border px-1 text-[11px] leading-4 text-ink-2"
        >
          <span aria-hidden="true">{initialsOf(owner.name)}</span>
          <span className="sr-only">{t("work.ownedBy", { name: owner.name })}</span>
        </span>
      ) : null}
    </>
  );
}
