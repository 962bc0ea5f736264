import type { CampaignForecastJson } from "@galka/contract/json/campaigns/forecast";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../../sync/SyncProvider.tsx";
import { Field } from "../../../ui/Field.tsx";
import { PeopleNumber } from "../../audience/PeopleNumber.tsx";
import { Section } from "../../settings/Section.tsx";
import { Skips } from "./Skips.tsx";
import { AudienceParts } from "./who/AudienceParts.tsx";
import type { EditedCampaign } from "./use-campaign-draft.ts";

type Props = { readonly edited: EditedCampaign; readonly forecast: CampaignForecastJson | null };

/** From which number to whom, and how many of them may be written to. */
export function WhoStep({ edited: { draft, change }, forecast }: Props) {
  const { t } = useTranslation();
  const channels = useWorkspace((state) => state.channels);
  const { audience, channelId } = draft;
  const all = [...(channels?.values() ?? [])];
  return (
    <div className="flex flex-col gap-4">
      <Section title={t("campaigns.who.title")} lead={t("campaigns.who.lead")}>
        <div className="flex flex-col gap-4">
          <Field label={t("campaigns.who.channel")}>
            {(tied) => (
              <select
                {...tied}
                className="field"
                value={channelId}
                onChange={({ target }) =>
                  change({ channelId: target.value, plan: { ...draft.plan, messages: [] } })
                }
              >
                {all.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <AudienceParts
            title={t("campaigns.who.of")}
            parts={audience.of}
            onChange={(of) => change({ audience: { ...audience, of } })}
          />
          <AudienceParts
            title={t("campaigns.who.except")}
            parts={audience.except}
            onChange={(except) => change({ audience: { ...audience, except } })}
          />
        </div>
      </Section>
      <Section title={t("campaigns.who.count")} lead={t("campaigns.who.countLead")}>
        {audience.of.length === 0 ? (
          <p className="text-ink-2">{t("campaigns.who.nobodyYet")}</p>
        ) : (
          <>
            <output className="block text-title font-semibold">
              <PeopleNumber wish={audience} />
            </output>
            {forecast === null ? null : <Skips forecast={forecast} />}
          </>
        )}
      </Section>
    </div>
  );
}
