import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../sync/SyncProvider.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";

/** An inbox that nobody has written to: the next step depends on whether a number is connected. */
export function EmptyInbox({ icon }: { readonly icon: ReactNode }) {
  const { t } = useTranslation();
  const channels = useWorkspace((state) => state.channels.size) ?? 0;
  if (channels > 0) {
    return <EmptyState icon={icon} title={t("inbox.empty.title")} text={t("inbox.empty.text")} />;
  }
  return (
    <EmptyState
      icon={icon}
      title={t("inbox.noChannel.title")}
      text={t("inbox.noChannel.text")}
      action={
        <Link
          to="/settings/channels/connect"
          className="control inline-flex items-center bg-blue px-3 font-medium text-on-blue hover:bg-blue-strong"
        >
          {t("channels.connect")}
        </Link>
      }
    />
  );
}
