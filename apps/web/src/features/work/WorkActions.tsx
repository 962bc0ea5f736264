import type { ConversationJson } from "@galka/contract/json/conversation";
import { Clock, FolderOpen, Hand, CircleCheck, UserRoundCog } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../sync/SyncProvider.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { Avatar } from "../../ui/marks/Avatar.tsx";
import { useShortcut } from "../shortcuts/use-shortcut.ts";
import { useWork } from "./use-work.ts";

const AssignDialog = lazy(() =>
  import("./AssignDialog.tsx").then((module) => ({ default: module.AssignDialog })),
);

const SnoozeDialog = lazy(() =>
  import("./SnoozeDialog.tsx").then((module) => ({ default: module.SnoozeDialog })),
);

/** Whose the conversation is and how it stands, and the four things that one does about it. */
export function WorkActions({ conversation }: { readonly conversation: ConversationJson }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<"assign" | "snooze" | null>(null);
  const { take, change } = useWork(conversation.id);
  const { assigneeId, status } = conversation;
  const owner = useWorkspace((state) => state.members.get(assigneeId ?? ""));
  const closed = status === "closed";
  const endOrReopen = () => change({ status: closed ? "open" : "closed" });
  useShortcut("take", take, assigneeId === null);
  useShortcut("assign", () => setOpen("assign"));
  useShortcut("snooze", () => setOpen("snooze"));
  useShortcut("close", endOrReopen);

  return (
    <>
      {assigneeId === null ? (
        <IconButton label={t("work.take")} keys="T" side="bottom" onClick={take}>
          <Hand size={20} aria-hidden="true" />
        </IconButton>
      ) : null}
      <IconButton
        label={owner ? t("work.assignedTo", { name: owner.name }) : t("work.assign")}
        keys="A"
        side="bottom"
        className="max-narrow:hidden"
        onClick={() => setOpen("assign")}
      >
        {owner ? (
          <Avatar name={owner.name} size={24} />
        ) : (
          <UserRoundCog size={20} aria-hidden="true" />
        )}
      </IconButton>
      <IconButton
        label={status === "snoozed" ? t("work.snoozed") : t("work.snooze")}
        keys="S"
        side="bottom"
        aria-pressed={status === "snoozed"}
        className="max-narrow:hidden"
        onClick={() => setOpen("snooze")}
      >
        <Clock size={20} aria-hidden="true" />
      </IconButton>
      <IconButton
        label={closed ? t("work.reopen") : t("work.close")}
        keys="E"
        side="bottom"
        onClick={endOrReopen}
      >
        {closed ? (
          <FolderOpen size={20} aria-hidden="true" />
        ) : (
          <CircleCheck size={20} aria-hidden="true" />
        )}
      </IconButton>
      <Suspense>
        {open === "assign" ? (
          <AssignDialog conversation={conversation} onClose={() => setOpen(null)} />
        ) : null}
        {open === "snooze" ? (
          <SnoozeDialog conversation={conversation} onClose={() => setOpen(null)} />
        ) : null}
      </Suspense>
    </>
  );
}
