import type { CampaignJson } from "@galka/contract/json/campaigns/campaign";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { Modal } from "../../../ui/Modal.tsx";
import { useFigures } from "../use-figures.ts";

type Props = {
  readonly campaign: CampaignJson;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onStop: () => void;
};

/** Asks once before a campaign is stopped, and says how many people would not be written to. */
export function StopDialog({ campaign, busy, onClose, onStop }: Props) {
  const { t } = useTranslation();
  const { count } = useFigures();
  const { waiting, sent } = campaign.funnel;
  const left = campaign.audienceCount === null ? null : waiting;
  return (
    <Modal open onClose={onClose} width="small" title={t("campaigns.stop.title")}>
      <p>
        {left === null
          ? t("campaigns.stop.nobodyYet")
          : t("campaigns.stop.words", { count: left, left: count(left), sent: count(sent) })}
      </p>
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          {t("action.cancel")}
        </Button>
        <Button look="danger" busy={busy} onClick={onStop}>
          {left === null
            ? t("campaigns.move.stop")
            : t("campaigns.stop.button", { count: left, text: count(left) })}
        </Button>
      </div>
    </Modal>
  );
}
