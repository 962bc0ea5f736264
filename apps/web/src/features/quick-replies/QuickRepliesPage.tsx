import type { QuickReplyJson } from "@galka/contract/json/library";
import { useQuery } from "@tanstack/react-query";
import { Plus, Zap } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Modal } from "../../ui/Modal.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { MacrosSection } from "../macros/MacrosSection.tsx";
import { Section } from "../settings/Section.tsx";
import { SettingsSheet } from "../settings/SettingsSheet.tsx";
import { QuickReplyForm } from "./QuickReplyForm.tsx";
import { quickRepliesQuery } from "./quick-replies-query.ts";

/** What the team writes once and sends often: quick replies by folder, with how often each is sent, and macros. */
export function QuickRepliesPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(quickRepliesQuery(useApi()));
  const [open, setOpen] = useState<QuickReplyJson | "another" | null>(null);
  const replies = data?.items ?? [];
  const folders = [...new Set(replies.map(({ folder }) => folder))].toSorted();

  return (
    <SettingsSheet
      title={t("quickReplies.title")}
      lead={t("quickReplies.lead")}
      action={
        <Button
          look="primary"
          icon={<Plus size={16} aria-hidden="true" />}
          onClick={() => setOpen("another")}
        >
          {t("quickReplies.add")}
        </Button>
      }
    >
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton rows={5} kind="lines" />
      ) : replies.length === 0 ? (
        <EmptyState
          icon={<Zap size={28} />}
          title={t("quickReplies.empty.title")}
          text={t("quickReplies.empty.text")}
        />
      ) : (
        folders.map((folder) => (
          <Section key={folder} title={folder === "" ? t("quickReplies.noFolder") : folder}>
            <ul className="flex flex-col divide-y">
              {replies
                .filter((reply) => reply.folder === folder)
                .map((reply) => (
                  <Line key={reply.id} reply={reply} onOpen={() => setOpen(reply)} />
                ))}
            </ul>
          </Section>
        ))
      )}
      <MacrosSection replies={replies} />
      {open === null ? null : (
        <Modal
          open
          onClose={() => setOpen(null)}
          title={open === "another" ? t("quickReplies.add") : open.title}
        >
          <QuickReplyForm
            reply={open === "another" ? null : open}
            folders={folders.filter((folder) => folder !== "")}
            onDone={() => setOpen(null)}
          />
        </Modal>
      )}
    </SettingsSheet>
  );
}

function Line({ reply, onOpen }: { readonly reply: QuickReplyJson; readonly onOpen: () => void }) {
  const { t } = useTranslation();
  return (
    <li className="flex flex-wrap items-center gap-3 py-2">
      <span className="w-28 shrink-0 truncate font-mono text-list text-blue-ink">
        /{reply.shortcut}
      </span>
      <span className="min-w-40 flex-1">
        <span className="block truncate font-medium">
          <bdi>{reply.title}</bdi>
        </span>
        <span className="block truncate text-list text-ink-2" dir="auto">
          {reply.text}
        </span>
      </span>
      <span className="text-list text-ink-2">
        {reply.ownerId === null ? "" : `${t("library.forMe")} · `}
        {t("quickReplies.sent", { count: reply.sentCount })}
      </span>
      <Button
        disabled={!reply.mayChange}
        aria-label={t("library.edit", { name: reply.title })}
        onClick={onOpen}
      >
        {t("action.edit")}
      </Button>
    </li>
  );
}
