import { Bell } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../ui/IconButton.tsx";
import type { NameTagSide } from "../../ui/name-tags.ts";
import { useSlaAlerts } from "../sla/use-sla-alerts.ts";
import { useFailedOwn, useMentions } from "./use-mentions.ts";

const MentionsList = lazy(() =>
  import("./MentionsList.tsx").then((module) => ({ default: module.MentionsList })),
);

/** The bell: how many notes name the member that they have not looked at, and what of theirs could not be sent. */
export function MentionsButton({ side = "right" }: { readonly side?: NameTagSide }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { unreadCount } = useMentions();
  const count = unreadCount + useFailedOwn().length + useSlaAlerts().unseenCount;
  return (
    <span className="relative">
      <IconButton
        label={count > 0 ? t("mentions.unread", { count }) : t("mentions.title")}
        side={side}
        onClick={() => setOpen(true)}
      >
        <Bell size={20} aria-hidden="true" />
      </IconButton>
      {count > 0 ? (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute -top-0.5 -right-0.5 rounded-full bg-blue px-1.5 text-[11px] leading-4 font-semibold text-on-blue"
        >
          {count > 99 ? "99+" : count}
        </span>
      ) : null}
      {open ? (
        <Suspense>
          <MentionsList onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </span>
  );
}
