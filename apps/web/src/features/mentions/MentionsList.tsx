import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi, useWorkspace } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { classNames } from "../../ui/class-names.ts";
import { Modal } from "../../ui/Modal.tsx";
import { Moment } from "../../ui/marks/Moment.tsx";
import { toasts } from "../../ui/toasts.ts";
import { SlaAlerts } from "../sla/SlaAlerts.tsx";
import { useSlaAlerts } from "../sla/use-sla-alerts.ts";
import { useFailedOwn, useMentions } from "./use-mentions.ts";

const LINE = "flex flex-col gap-0.5 rounded-control px-2 py-2 text-list hover:bg-surface-2";

/** Where the member was named, and what of theirs waits for a decision. */
export function MentionsList({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const api = useApi();
  const words = useErrorWords();
  const { items, unreadCount } = useMentions();
  const failed = useFailedOwn();
  const { items: alerts, unseenCount } = useSlaAlerts();
  const members = useWorkspace((state) => state.members);

  function readAll(): void {
    if (unreadCount > 0) read();
    if (unseenCount === 0) return;
    api("readSlaAlerts", { body: {} }).catch((error: unknown) =>
      toasts.add({ title: words(error) }),
    );
  }

  function read(messageIds?: string[]): void {
    api("readMentions", { body: messageIds ? { messageIds } : {} }).catch((error: unknown) =>
      toasts.add({ title: words(error) }),
    );
  }

  return (
    <Modal open onClose={onClose} title={t("mentions.title")} width="medium">
      {items.length + failed.length + alerts.length === 0 ? (
        <p className="text-ink-2">{t("mentions.none")}</p>
      ) : null}
      <SlaAlerts alerts={alerts} lineClass={LINE} onOpen={onClose} />
      <ul className="flex flex-col">
        {failed.map((it) => (
          <li key={it.id}>
            <Link
              to="/inbox/$conversationId"
              params={{ conversationId: it.conversationId }}
              className={LINE}
              onClick={onClose}
            >
              <span className="font-medium text-red">{t("scheduled.failed")}</span>
              <span className="text-ink-2">
                {it.failedBecause ? t(`refusal.${it.failedBecause}`) : null}
              </span>
            </Link>
          </li>
        ))}
        {items.map((it) => (
          <li key={it.messageId}>
            <Link
              to="/inbox/$conversationId"
              params={{ conversationId: it.conversationId }}
              search={{ message: it.messageId }}
              className={LINE}
              onClick={() => {
                if (it.readAt === null) read([it.messageId]);
                onClose();
              }}
            >
              <span className="flex items-baseline gap-2">
                <span className={classNames("truncate", it.readAt === null && "font-semibold")}>
                  {t("mentions.line", {
                    name: members?.get(it.authorMemberId ?? "")?.name ?? t("note.someone"),
                    contact: it.contactName || t("contact.unnamed"),
                  })}
                </span>
                <Moment at={it.at} as="list" className="ml-auto shrink-0 text-meta text-ink-3" />
              </span>
              <span className="line-clamp-2 text-ink-2" dir="auto">
                {it.text}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {unreadCount + unseenCount > 0 ? (
        <Button className="mt-3" onClick={readAll}>
          {t("mentions.readAll")}
        </Button>
      ) : null}
    </Modal>
  );
}
