import type { ConversationJson } from "@galka/contract/json/conversation";
import { Clock, FolderOpen, Hand, CircleCheck, UserRoundCog } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../sync/SyncProvider.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { Avatar } from "../../ui/marks/Avatar.tsx";
import { NARROW, useMedia } from "../../ui/use-media.ts";
import { useShortcut } from "../shortcuts/use-shortcut.ts";
import { useWork } from "./use-work.ts";
import type { WorkAction } from "./work-action.ts";

const WorkMenu = lazy(() =>
  import("./WorkMenu.tsx").then((module) => ({ default: module.WorkMenu })),
);

const AssignDialog = lazy(() =>
  import("./AssignDialog.tsx").then((module) => ({ default: module.AssignDialog })),
);

const SnoozeDialog = lazy(() =>
  import("./SnoozeDialog.tsx").then((module) => ({ default: module.SnoozeDialog })),
);

/** Whose the conversation is and how it stands, and the four things that one does about it. */
export function WorkActions({ conversation }: { readonly conversation: ConversationJson }) {
  const { t } = useTranslation();
  const narrow = useMedia(NARROW);
  const [open, setOpen] = useState<"assign" | "snooze" | null>(null);
  const { take, change } = useWork(conversation.id);
  const { assigneeId, status } = conversation;
  const owner = useWorkspace((state) => state.members.get(assigneeId ?? ""));
  const closed = status === "closed";
  const EndIcon = closed ? FolderOpen : CircleCheck;
  const endOrReopen = () => change({ status: closed ? "open" : "closed" });
  useShortcut("take", take, assigneeId === null);
  useShortcut("assign", () => setOpen("assign"));
  useShortcut("snooze", () => setOpen("snooze"));
  useShortcut("close", endOrReopen);
  const takeIt: WorkAction = {
    label: t("work.take"),
    keys: "T",
    icon: <Hand size={20} aria-hidden="true" />,
    run: take,
  };
  const actions: readonly WorkAction[] = [
    ...(assigneeId === null ? [takeIt] : []),
    {
      label: owner ? t("work.assignedTo", { name: owner.name }) : t("work.assign"),
      keys: "A",
      icon: owner ? (
        <Avatar name={owner.name} size={24} />
      ) : (
        <UserRoundCog size={20} aria-hidden="true" />
      ),
      run: () => setOpen("assign"),
    },
    {
      label: status === "snoozed" ? t("work.snoozed") : t("work.snooze"),
      keys: "S",
      icon: <Clock size={20} aria-hidden="true" />,
      pressed: status === "snoozed",
      run: () => setOpen("snooze"),
    },
    {
      label: closed ? t("work.reopen") : t("work.close"),
      keys: "E",
      icon: <EndIcon size={20} aria-hidden="true" />,
      run: endOrReopen,
    },
  ];

  return (
    <>
      {narrow ? (
        <Suspense fallback={<span className="control-icon" />}>
          <WorkMenu actions={actions} />
        </Suspense>
      ) : (
        actions.map(({ label, keys, icon, pressed, run }) => (
          <IconButton
            key={keys}
            label={label}
            keys={keys}
            side="bottom"
            aria-pressed={pressed}
            onClick={run}
          >
            {icon}
          </IconButton>
        ))
      )}
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
