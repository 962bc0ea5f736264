import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useDeed } from "../../api/use-deed.ts";
import { dateOnly } from "../../i18n/dates.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useApi, useWorkspace } from "../../sync/SyncProvider.tsx";
import { useNow } from "../../sync/use-now.ts";
import { newClientId } from "../composer/client-id.ts";
import { emptyDraft } from "./empty-draft.ts";

/** Begins a campaign and leads to its editor. Without a number there is nothing to begin with. */
export function useNewCampaign() {
  const { t } = useTranslation();
  const api = useApi();
  const locale = useLocale();
  const now = useNow("halfMinute");
  const navigate = useNavigate();
  const { busy, error, run } = useDeed();
  const channels = useWorkspace((state) => state.channels);
  const [first] = [...(channels?.values() ?? [])];

  function begin(): void {
    if (!first) return;
    void run(async () => {
      const draft = emptyDraft(t("campaigns.newName", { date: dateOnly(locale, now) }), first.id);
      const body = { ...draft, clientId: newClientId() };
      const { id: campaignId } = await api("createCampaign", { body });
      await navigate({ to: "/campaigns/$campaignId", params: { campaignId } });
    });
  }

  return { hasChannel: first !== undefined, busy, error, begin };
}
