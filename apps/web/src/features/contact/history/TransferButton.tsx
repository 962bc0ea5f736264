import { ArrowRightLeft } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../../api/use-may.ts";
import { useWorkspace } from "../../../sync/SyncProvider.tsx";
import { Button } from "../../../ui/Button.tsx";

const TransferDialog = lazy(() =>
  import("./TransferDialog.tsx").then((module) => ({ default: module.TransferDialog })),
);

/** Goes on with the contact on another number of the team; there is nothing to press while there is only one. */
export function TransferButton({ conversationId }: { readonly conversationId: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const conversation = useWorkspace((state) => state.conversations.get(conversationId));
  const channels = useWorkspace((state) => state.channels);
  const others = [...(channels?.values() ?? [])].filter(
    ({ id, status }) => id !== conversation?.channelId && status !== "disconnected",
  );
  if (!conversation || others.length === 0 || !may("conversations.reply")) return null;
  return (
    <>
      <Button
        look="quiet"
        icon={<ArrowRightLeft size={16} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {t("transfer.open")}
      </Button>
      {open ? (
        <Suspense>
          <TransferDialog
            conversation={conversation}
            channels={others}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
