import type { CampaignJson } from "@galka/contract/json/campaigns/campaign";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDeed } from "../../../api/use-deed.ts";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Moment } from "../../../ui/marks/Moment.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Section } from "../../settings/Section.tsx";
import { campaignQuery } from "../campaign-queries.ts";
import { Progress } from "../Progress.tsx";
import { SpeedCurve } from "./SpeedCurve.tsx";
import { useFigures } from "../use-figures.ts";

/** How far it is, how fast it goes, what keeps it, when it ends, and its pace to be changed. */
export function SpeedSection({ campaign }: { readonly campaign: CampaignJson }) {
  const { t } = useTranslation();
  const { speed, money } = useFigures();
  const { funnel, costs, endsAt, endedAt, startsAt, state } = campaign;
  const { perSecond, waitsFor } = campaign.speed;
  const isOver = state === "finished" || state === "stopped";
  return (
    <Section title={t("campaigns.course")}>
      <div className="flex flex-col gap-3">
        {campaign.audienceCount === null ? null : <Progress funnel={funnel} />}
        {isOver ? null : <SpeedCurve campaign={campaign} />}
        <dl className="flex flex-col gap-1 text-list">
          {costs.length === 0 ? null : (
            <Fact name={t("campaigns.cost")}>
              {costs.map(({ currency, totalMinor }) => money(totalMinor, currency)).join(" + ")}
            </Fact>
          )}
          {startsAt === null ? null : (
            <Fact name={t(state === "scheduled" ? "campaigns.starts" : "campaigns.since")}>
              <Moment at={startsAt} as="day" />
            </Fact>
          )}
          {state === "running" ? (
            <Fact name={t("campaigns.check.speed")}>
              {t("campaigns.perSecond", { speed: speed(perSecond) })}
            </Fact>
          ) : null}
          {waitsFor === null || isOver ? null : (
            <Fact name={t("campaigns.waits")}>{t(`campaigns.waitsFor.${waitsFor}`)}</Fact>
          )}
          {isOver && endedAt !== null ? (
            <Fact name={t("campaigns.ended")}>
              <Moment at={endedAt} as="day" />
            </Fact>
          ) : null}
          {!isOver && endsAt !== null ? (
            <Fact name={t("campaigns.check.ends")}>
              <Moment at={endsAt} as="day" />
            </Fact>
          ) : null}
        </dl>
        {campaign.can.includes("pause") || campaign.can.includes("resume") ? (
          <Pace key={campaign.perMinute} campaign={campaign} />
        ) : null}
      </div>
    </Section>
  );
}

type FactProps = { readonly name: string; readonly children: ReactNode };

function Fact({ name, children }: FactProps) {
  return (
    <div className="flex flex-wrap justify-between gap-x-3">
      <dt className="text-ink-2">{name}</dt>
      <dd className="font-medium tabular-nums">{children}</dd>
    </div>
  );
}

const MOST = 60_000;

function Pace({ campaign: { id, perMinute } }: { readonly campaign: CampaignJson }) {
  const { t } = useTranslation();
  const api = useApi();
  const queryClient = useQueryClient();
  const { busy, error, run } = useDeed();
  const [typed, setTyped] = useState(perMinute === null ? "" : String(perMinute));
  const wanted =
    typed.trim() === "" ? null : Math.min(MOST, Math.max(1, Math.round(Number(typed))));

  function save(event: SubmitEvent): void {
    event.preventDefault();
    if (Number.isNaN(wanted)) return;
    void run(async () => {
      await api("setCampaignPace", { params: { id }, body: { perMinute: wanted } });
      await queryClient.invalidateQueries(campaignQuery(api, id));
    });
  }

  return (
    <form className="flex flex-wrap gap-2 border-t pt-3" onSubmit={save}>
      <div className="min-w-40 flex-1">
        <Field label={t("campaigns.pace.perMinute")} hint={t("campaigns.pace.emptyHint")}>
          {(tied) => (
            <input
              {...tied}
              type="number"
              className="field"
              min={1}
              max={MOST}
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
          )}
        </Field>
      </div>
      {/* Beside the field, under whose label it stands, and above its hint. */}
      <Button
        type="submit"
        className="self-start narrow:mt-5.5"
        busy={busy}
        disabled={wanted === perMinute}
      >
        {t("campaigns.pace.change")}
      </Button>
      {error === null ? null : (
        <Notice tone="bad" urgent className="w-full">
          {error}
        </Notice>
      )}
    </form>
  );
}
