import { Ban } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/me.ts";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi, useWorkspace } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Modal } from "../../ui/Modal.tsx";
import { toasts } from "../../ui/toasts.ts";
import { PanelSection } from "./PanelSection.tsx";

/** Has the number hear this contact no more, after asking once, or again. */
export function BlockSection({ conversationId }: { readonly conversationId: string }) {
  const { t } = useTranslation();
  const api = useApi();
  const words = useErrorWords();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const conversation = useWorkspace((state) => state.conversations.get(conversationId));
  const mayBlock = useMe().permissions.includes("conversations.organize");
  if (!conversation || !mayBlock) return null;
  const isBlocked = conversation.blockedAt !== null;

  function change(blocked: boolean): void {
    setAsking(false);
    setBusy(true);
    api("blockContact", { params: { id: conversationId }, body: { blocked } })
      .catch((error: unknown) => toasts.add({ title: words(error) }))
      .finally(() => setBusy(false));
  }

  return (
    <PanelSection title={t("block.title")}>
      <p className="mb-2 text-list text-ink-2">
        {isBlocked ? t("block.isBlocked") : t("block.lead")}
      </p>
      <Button
        look={isBlocked ? "plain" : "danger"}
        busy={busy}
        icon={<Ban size={16} aria-hidden="true" />}
        onClick={() => (isBlocked ? change(false) : setAsking(true))}
      >
        {isBlocked ? t("block.unblock") : t("block.block")}
      </Button>
      {asking ? (
        <Modal open onClose={() => setAsking(false)} title={t("block.ask")} width="small">
          <p className="mb-4">{t("block.askLead")}</p>
          <Button look="danger" onClick={() => change(true)}>
            {t("block.block")}
          </Button>
        </Modal>
      ) : null}
    </PanelSection>
  );
}
