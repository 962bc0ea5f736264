import type { CampaignJson } from "@galka/contract/json/campaigns/campaign";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ArrowLeft, Check, Pause, Play, Undo2, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDeed } from "../../../api/use-deed.ts";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { campaignQuery } from "../campaign-queries.ts";
import { DraftMenu } from "../editor/DraftMenu.tsx";
import { StateMark } from "../StateMark.tsx";
import { StopDialog } from "./StopDialog.tsx";

/** What moves a campaign at a press; stopping asks once. */
const MOVES = {
  approve: { icon: Check, look: "primary" },
  reject: { icon: X, look: "plain" },
  recall: { icon: Undo2, look: "plain" },
  pause: { icon: Pause, look: "plain" },
  resume: { icon: Play, look: "primary" },
} as const;
const SHOWN = ["approve", "reject", "recall", "pause", "resume"] as const;

/** The name and state of a campaign, and all that can be done with it now in one row. */
export function RunHead({ campaign }: { readonly campaign: CampaignJson }) {
  const { t } = useTranslation();
  const api = useApi();
  const queryClient = useQueryClient();
  const { busy, error, run } = useDeed();
  const [stops, setStops] = useState(false);
  const { id, name, state, hold, can } = campaign;

  function move(it: (typeof SHOWN)[number] | "stop"): Promise<boolean> {
    return run(async () => {
      await api("moveCampaign", { params: { id }, body: { move: it } });
      await queryClient.invalidateQueries(campaignQuery(api, id));
    });
  }

  return (
    <header className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-3">
        <Link
          to="/campaigns"
          search={{}}
          aria-label={t("campaigns.back")}
          className="control-icon inline-flex items-center justify-center text-ink-2 hover:bg-surface-3"
        >
          <ArrowLeft size={20} aria-hidden="true" />
        </Link>
        <h1 className="min-w-0 text-head font-semibold wrap-anywhere">
          <bdi>{name}</bdi>
        </h1>
        <StateMark state={state} hold={hold} />
        <span className="flex-1" />
        <div className="flex flex-wrap items-center gap-2">
          {SHOWN.filter((it) => can.includes(it)).map((it) => {
            const { icon: Icon, look } = MOVES[it];
            return (
              <Button
                key={it}
                look={look}
                busy={busy}
                icon={<Icon size={16} aria-hidden="true" />}
                onClick={() => void move(it)}
              >
                {t(`campaigns.move.${it}`)}
              </Button>
            );
          })}
          {can.includes("stop") ? (
            <Button look="danger" onClick={() => setStops(true)}>
              {t("campaigns.move.stop")}
            </Button>
          ) : null}
          <DraftMenu campaign={campaign} />
        </div>
      </div>
      {error === null ? null : (
        <Notice tone="bad" urgent>
          {error}
        </Notice>
      )}
      {stops ? (
        <StopDialog
          campaign={campaign}
          busy={busy}
          onClose={() => setStops(false)}
          onStop={() => void move("stop").then((done) => (done ? setStops(false) : undefined))}
        />
      ) : null}
    </header>
  );
}
