import type { CampaignJson } from "@galka/contract/json/campaigns/campaign";
import { Link } from "@tanstack/react-router";
import { ArrowLeft, Check, CloudOff, LoaderCircle, PencilLine } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Notice } from "../../../ui/Notice.tsx";
import type { EditorStep } from "../campaigns-search.ts";
import { CheckStep } from "./CheckStep.tsx";
import { DraftMenu } from "./DraftMenu.tsx";
import { PlannerBar } from "./PlannerBar.tsx";
import { RecipientTexts } from "./RecipientTexts.tsx";
import { StepTabs } from "./StepTabs.tsx";
import { type EditedCampaign, type Saving, useCampaignDraft } from "./use-campaign-draft.ts";
import { useForecast } from "./use-forecast.ts";
import { WhatStep } from "./what/WhatStep.tsx";
import { WhenStep } from "./when/WhenStep.tsx";
import { WhoStep } from "./WhoStep.tsx";

type Props = { readonly campaign: CampaignJson; readonly step: EditorStep };

/** A campaign in four steps: who, what, when, and a last look. What it would do is always in sight. */
export function CampaignEditor({ campaign, step }: Props) {
  const { t } = useTranslation();
  const edited = useCampaignDraft(campaign);
  const told = useForecast(edited.draft);
  const [variant, setVariant] = useState(0);
  const mayEdit = campaign.can.includes("edit");
  const shown = Math.min(variant, Math.max(0, edited.draft.plan.messages.length - 1));
  const texts = step === "what" || step === "check";
  return (
    <div className="flex h-full min-h-0 flex-col bg-desk">
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-280 flex-col gap-4 px-4 py-4 narrow:px-8">
          <Head campaign={campaign} edited={edited} />
          <StepTabs campaignId={campaign.id} step={step} problems={told.forecast?.problems ?? []} />
          {mayEdit ? null : <Notice tone="info">{t("campaigns.mayOnlyLook")}</Notice>}
          <div className="grid gap-4 wide:grid-cols-[minmax(0,1fr)_340px]">
            <fieldset disabled={!mayEdit} className="min-w-0">
              {step === "who" ? <WhoStep edited={edited} forecast={told.forecast} /> : null}
              {step === "what" ? (
                <WhatStep edited={edited} variant={shown} onVariant={setVariant} />
              ) : null}
              {step === "when" ? <WhenStep edited={edited} forecast={told.forecast} /> : null}
              {step === "check" ? (
                <CheckStep campaign={campaign} edited={edited} variant={shown} told={told} />
              ) : null}
            </fieldset>
            <div className={texts ? "" : "hidden wide:block"}>
              <RecipientTexts draft={edited.draft} variant={shown} onVariant={setVariant} />
            </div>
          </div>
        </div>
      </div>
      <PlannerBar campaignId={campaign.id} told={told} />
    </div>
  );
}

type HeadProps = { readonly campaign: CampaignJson; readonly edited: EditedCampaign };

function Head({ campaign, edited }: HeadProps) {
  const { t } = useTranslation();
  const { draft, saving, change } = edited;
  return (
    <header className="flex flex-wrap items-center gap-3">
      <h1 className="sr-only">{t("campaigns.editor", { name: draft.name })}</h1>
      <Link
        to="/campaigns"
        search={{}}
        aria-label={t("campaigns.back")}
        className="control-icon inline-flex items-center justify-center text-ink-2 hover:bg-surface-3"
      >
        <ArrowLeft size={20} aria-hidden="true" />
      </Link>
      <input
        aria-label={t("campaigns.name")}
        className="field min-w-40 flex-1 text-title font-semibold"
        maxLength={200}
        value={draft.name}
        onChange={({ target }) => change({ name: target.value })}
      />
      <SavingMark saving={saving} />
      <DraftMenu campaign={campaign} />
    </header>
  );
}

const MARKS = {
  saved: { icon: Check, className: "text-ink-2" },
  saving: { icon: LoaderCircle, className: "text-ink-2" },
  unfinished: { icon: PencilLine, className: "text-amber" },
  failed: { icon: CloudOff, className: "text-amber" },
} as const;

function SavingMark({ saving }: { readonly saving: Saving }) {
  const { t } = useTranslation();
  const { icon: Icon, className } = MARKS[saving];
  return (
    <output className={`inline-flex items-center gap-1.5 text-list ${className}`}>
      <Icon size={16} aria-hidden="true" />
      {t(`campaigns.saving.${saving}`)}
    </output>
  );
}
