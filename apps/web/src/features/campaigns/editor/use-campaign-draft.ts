import type { CampaignJson } from "@galka/contract/json/campaigns/campaign";
import {
  type CampaignDraftJson,
  type CampaignPlanJson,
  campaignDraftJson,
} from "@galka/contract/json/campaigns/plan";
import { useCallback, useEffect, useRef, useState } from "react";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { draftOf } from "../empty-draft.ts";
import { keptCampaigns } from "./kept-campaigns.ts";

const PAUSE_MS = 700;
const AGAIN_MS = 5000;

/** `unfinished`: something is not filled in so far that it could be saved. */
export type Saving = "saved" | "saving" | "unfinished" | "failed";

export type EditedCampaign = {
  readonly draft: CampaignDraftJson;
  readonly saving: Saving;
  readonly change: (part: Partial<CampaignDraftJson>) => void;
  readonly plan: (part: Partial<CampaignPlanJson>) => void;
  /** Sees to it that the server has what is on the screen. */
  readonly save: () => Promise<void>;
};

/**
 * A campaign while it is written. It saves itself a moment after each change;
 * what has not arrived is kept on this device and tried again, so that neither a
 * reload nor a lost line costs a word.
 */
export function useCampaignDraft(campaign: CampaignJson): EditedCampaign {
  const api = useApi();
  const { id } = campaign;
  const [draft, setDraft] = useState(() => keptCampaigns.read(id) ?? draftOf(campaign));
  const [saving, setSaving] = useState<Saving>("saved");
  const arrived = useRef(JSON.stringify(draftOf(campaign)));

  const save = useCallback(async (): Promise<void> => {
    const written = JSON.stringify(draft);
    if (written === arrived.current) return;
    const parsed = campaignDraftJson.safeParse(draft);
    if (!parsed.success) {
      setSaving("unfinished");
      return;
    }
    setSaving("saving");
    try {
      await api("updateCampaign", { params: { id }, body: parsed.data });
    } catch (error) {
      setSaving("failed");
      throw error;
    }
    arrived.current = written;
    if (JSON.stringify(keptCampaigns.read(id)) === written) keptCampaigns.forget(id);
    setSaving("saved");
  }, [api, id, draft]);

  useEffect(() => {
    if (saving === "failed") return undefined;
    const timer = setTimeout(() => void save().catch(() => undefined), PAUSE_MS);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react/exhaustive-deps -- a failed attempt is repeated by the effect below
  }, [save]);

  useEffect(() => {
    if (saving !== "failed") return undefined;
    const timer = setInterval(() => void save().catch(() => undefined), AGAIN_MS);
    return () => clearInterval(timer);
  }, [saving, save]);

  function change(part: Partial<CampaignDraftJson>): void {
    setDraft((before) => {
      const after = { ...before, ...part };
      keptCampaigns.write(id, after);
      return after;
    });
    setSaving("saving");
  }

  return {
    draft,
    saving,
    change,
    plan: (part) => change({ plan: { ...draft.plan, ...part } }),
    save,
  };
}
