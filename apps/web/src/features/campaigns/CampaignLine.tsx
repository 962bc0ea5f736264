import type { CampaignRowJson } from "@galka/contract/json/campaigns/campaign";
import { Link } from "@tanstack/react-router";
import { Repeat } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../sync/SyncProvider.tsx";
import { Moment } from "../../ui/marks/Moment.tsx";
import { Progress } from "./Progress.tsx";
import { StateMark } from "./StateMark.tsx";
import { useFigures } from "./use-figures.ts";
import { NamedIcon } from "./NamedIcon.tsx";

/** One campaign in the list: its state, how far it is, and what it has brought. */
export function CampaignLine({ campaign }: { readonly campaign: CampaignRowJson }) {
  const { t } = useTranslation();
  const channels = useWorkspace((state) => state.channels);
  const { id, name, state, hold, funnel, channelId, templateNames, repeatsId } = campaign;
  const channel = channels && channels.size > 1 ? channels.get(channelId)?.name : undefined;
  const templates = templateNames.map((it) => it.replaceAll("_", " ")).join(", ");
  return (
    <li
      data-campaign={id}
      className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3 hover:bg-surface-2"
    >
      <div className="flex min-w-56 flex-1 flex-col items-start gap-1">
        <span className="flex flex-wrap items-center gap-2">
          <Link
            to="/campaigns/$campaignId"
            params={{ campaignId: id }}
            className="link inline-flex min-h-6 items-center font-medium wrap-anywhere"
          >
            <bdi>{name}</bdi>
          </Link>
          <StateMark state={state} hold={hold} />
          {repeatsId === null ? null : (
            <NamedIcon icon={Repeat} size={14} name={t("campaigns.isRepeated")} />
          )}
        </span>
        <span className="text-list text-ink-2">
          <WhenOf campaign={campaign} />
          {templates === "" ? null : ` · ${templates}`}
          {channel === undefined ? null : ` · ${channel}`}
        </span>
      </div>
      {campaign.audienceCount === null ? null : (
        <div className="flex w-full flex-col gap-1 narrow:w-130">
          <Progress funnel={funnel} />
          <Reached campaign={campaign} />
        </div>
      )}
    </li>
  );
}

function WhenOf({ campaign }: { readonly campaign: CampaignRowJson }) {
  const { t } = useTranslation();
  const { state, createdAt, startsAt, endedAt } = campaign;
  const [word, at] =
    endedAt !== null
      ? ([t("campaigns.ended"), endedAt] as const)
      : state !== "draft" && startsAt !== null
        ? ([
            t(
              state === "scheduled" || state === "approval"
                ? "campaigns.starts"
                : "campaigns.since",
            ),
            startsAt,
          ] as const)
        : ([t("campaigns.written"), createdAt] as const);
  return (
    <>
      {word} <Moment at={at} as="day" />
    </>
  );
}

/** Reached, read and answered, each with its share of those reached, and what it has cost so far. */
function Reached({ campaign: { funnel, costs } }: { readonly campaign: CampaignRowJson }) {
  const { t } = useTranslation();
  const { count, shareOf, money } = useFigures();
  const figures = [
    ["delivered", count(funnel.delivered)],
    ["read", shareOf(funnel.read, funnel.delivered)],
    ["answered", shareOf(funnel.answered, funnel.delivered)],
  ] as const;
  return (
    <dl className="grid grid-cols-2 gap-x-2 gap-y-1 text-list narrow:grid-cols-4">
      {figures.map(([what, figure]) => (
        <div key={what} className="flex flex-wrap items-baseline gap-x-1.5">
          <dt className="text-ink-2">{t(`campaigns.funnel.${what}`)}</dt>
          <dd className="font-medium tabular-nums">{figure}</dd>
        </div>
      ))}
      {costs.length === 0 ? null : (
        <div className="flex flex-wrap items-baseline gap-x-1.5">
          <dt className="text-ink-2">{t("campaigns.cost")}</dt>
          <dd className="font-medium tabular-nums">
            {costs.map(({ currency, totalMinor }) => money(totalMinor, currency)).join(" + ")}
          </dd>
        </div>
      )}
    </dl>
  );
}
