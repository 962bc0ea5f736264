import type { CampaignJson } from "@galka/contract/json/campaigns/campaign";
import { useNavigate } from "@tanstack/react-router";
import { Copy, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDeed } from "../../../api/use-deed.ts";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { Button } from "../../../ui/Button.tsx";
import { IconButton } from "../../../ui/IconButton.tsx";
import { Modal } from "../../../ui/Modal.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { keptCampaigns } from "./kept-campaigns.ts";

/** Copies a campaign, or deletes it where that is allowed, after one question. */
export function DraftMenu({ campaign }: { readonly campaign: CampaignJson }) {
  const { t } = useTranslation();
  const api = useApi();
  const navigate = useNavigate();
  const copying = useDeed();
  const deleting = useDeed();
  const [asks, setAsks] = useState(false);
  const { id } = campaign;

  function copy(): void {
    void copying.run(async () => {
      const made = await api("copyCampaign", { params: { id } });
      await navigate({ to: "/campaigns/$campaignId", params: { campaignId: made.id } });
    });
  }

  function remove(): void {
    void deleting.run(async () => {
      await api("deleteCampaign", { params: { id } });
      keptCampaigns.forget(id);
      await navigate({ to: "/campaigns", search: {} });
    });
  }

  return (
    <span className="flex items-center gap-1">
      <IconButton label={t("campaigns.copy")} disabled={copying.busy} onClick={copy}>
        <Copy size={18} aria-hidden="true" />
      </IconButton>
      {campaign.can.includes("delete") ? (
        <IconButton label={t("campaigns.delete")} onClick={() => setAsks(true)}>
          <Trash2 size={18} aria-hidden="true" />
        </IconButton>
      ) : null}
      {copying.error === null ? null : (
        <Notice tone="bad" urgent>
          {copying.error}
        </Notice>
      )}
      <Modal
        open={asks}
        onClose={() => setAsks(false)}
        width="small"
        title={t("campaigns.deleteTitle", { name: campaign.name })}
      >
        <p>
          {campaign.state === "draft"
            ? t("campaigns.deleteDraftWords")
            : t("campaigns.deleteEndedWords")}
        </p>
        {deleting.error === null ? null : (
          <Notice tone="bad" urgent className="mt-3">
            {deleting.error}
          </Notice>
        )}
        <div className="mt-4 flex flex-wrap justify-end gap-2">
          <Button look="quiet" onClick={() => setAsks(false)}>
            {t("action.cancel")}
          </Button>
          <Button look="danger" busy={deleting.busy} onClick={remove}>
            {t("campaigns.delete")}
          </Button>
        </div>
      </Modal>
    </span>
  );
}
