import type { ConversationJson } from "@galka/contract/json/conversation";
import { Clock, FolderOpen, Hand, CircleCheck, UserRoundCog } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/me.ts";
import { useMay } from "../../api/use-may.ts";
import { useWorkspace } from "../../sync/SyncProvider.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { Avatar } from "../../ui/marks/Avatar.tsx";
import { NARROW, useMedia } from "../../ui/use-media.ts";
import { useShortcut } from "../shortcuts/use-shortcut.ts";
import { PriorityMark } from "./PriorityMark.tsx";
import { useWork } from "./use-work.ts";
import type { WorkAction } from "./work-action.ts";

const WorkMenu = lazy(() =>
  import("./WorkMenu.tsx").then((module) => ({ default: module.WorkMenu })),
);

const AssignDialog = lazy(() =>
  import("./AssignDialog.tsx").then((module) => ({ default: module.AssignDialog })),
);

const PriorityDialog = lazy(() =>
  import("./PriorityDialog.tsx").then((module) => ({ default: module.PriorityDialog })),
);

const SnoozeDialog = lazy(() =>
  import("./SnoozeDialog.tsx").then((module) => ({ default: module.SnoozeDialog })),
);

/** Whose the conversation is and how it stands, and what one does about it. */
export function WorkActions({ conversation }: { readonly conversation: ConversationJson }) {
  const { t } = useTranslation();
  const narrow = useMedia(NARROW);
  const [open, setOpen] = useState<"assign" | "snooze" | "priority" | null>(null);
  const { take, change } = useWork(conversation.id);
  const { assigneeId, priority, status } = conversation;
  const owner = useWorkspace((state) => state.members.get(assigneeId ?? ""));
  const closed = status === "closed";
  const EndIcon = closed ? FolderOpen : CircleCheck;
  const endOrReopen = () => change({ status: closed ? "open" : "closed" });
  const { member } = useMe();
  const may = useMay();
  const mayWork = may("conversations.organize");
  // Of somebody else's it is for those to decide who give conversations to others.
  const mayGive = mayWork && (assigneeId === member.id || may("conversations.assign"));
  useShortcut("take", take, mayWork && assigneeId === null);
  useShortcut("assign", () => setOpen("assign"), mayGive);
  useShortcut("priority", () => setOpen("priority"), mayWork);
  useShortcut("snooze", () => setOpen("snooze"), mayWork);
  useShortcut("close", endOrReopen, mayWork);
  if (!mayWork) return owner ? <Owner name={owner.name} /> : null;
  const takeIt: WorkAction = {
    label: t("work.take"),
    keys: "T",
    icon: <Hand size={20} aria-hidden="true" />,
    run: take,
  };
  const giveIt: WorkAction = {
    label: owner ? t("work.assignedTo", { name: owner.name }) : t("work.assign"),
    keys: "A",
    icon: owner ? (
      <Avatar name={owner.name} size={24} />
    ) : (
      <UserRoundCog size={20} aria-hidden="true" />
    ),
    run: () => setOpen("assign"),
  };
  const actions: readonly WorkAction[] = [
    ...(assigneeId === null ? [takeIt] : []),
    ...(mayGive ? [giveIt] : []),
    {
      label: t("work.priorityIs", { priority: t(`filters.priority.${priority}`) }),
      keys: "P",
      icon: <PriorityMark priority={priority} size={20} />,
      run: () => setOpen("priority"),
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
      {owner && !mayGive ? <Owner name={owner.name} /> : null}
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
        {open === "priority" ? (
          <PriorityDialog conversation={conversation} onClose={() => setOpen(null)} />
        ) : null}
        {open === "snooze" ? (
          <SnoozeDialog conversation={conversation} onClose={() => setOpen(null)} />
        ) : null}
      </Suspense>
    </>
  );
}

/** Whose the conversation is, for whoever cannot change it. */
function Owner({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const words = t("work.ownedBy", { name });
  return (
    <span title={words} className="shrink-0">
      <Avatar name={name} size={24} />
      <span className="sr-only">{words}</span>
    </span>
  );
}
