import type { CampaignJson } from "@galka/contract/json/campaigns/campaign";
import { CircleAlert, CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Moment } from "../../../ui/marks/Moment.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Section } from "../../settings/Section.tsx";
import { useFigures } from "../use-figures.ts";
import { NamedIcon } from "../NamedIcon.tsx";

type Wave = NonNullable<CampaignJson["wave"]>;
type Props = { readonly wave: Wave; readonly campaign: CampaignJson };

/** The first wave: its verdict as a sentence, with each sign and what would have been too much of it. */
export function WaveVerdict({ wave, campaign }: Props) {
  const { t } = useTranslation();
  const { count } = useFigures();
  return (
    <Section
      title={t("campaigns.wave.title")}
      lead={t("campaigns.wave.people", { count: wave.size, text: count(wave.size) })}
    >
      <div className="flex flex-col gap-3">
        <Sentence wave={wave} state={campaign.state} />
        {wave.findings.length > 0 ? <Findings findings={wave.findings} /> : null}
      </div>
    </Section>
  );
}

function Sentence({ wave, state }: { readonly wave: Wave; readonly state: CampaignJson["state"] }) {
  const { t } = useTranslation();
  const { verdict } = wave;
  if (verdict === null) {
    return (
      <p>
        {t(`campaigns.wave.state.${wave.state === "waiting" ? "waiting" : "sending"}`)}{" "}
        {wave.judgesAt === null ? null : (
          <>
            {t("campaigns.wave.judgedAt")} <Moment at={wave.judgesAt} as="day" />
          </>
        )}
      </p>
    );
  }
  const tone = verdict === "good" ? "good" : verdict === "bad" ? "bad" : "soon";
  return (
    <Notice tone={tone}>
      <strong className="font-semibold">{t(`campaigns.wave.verdict.${verdict}`)}</strong>{" "}
      {verdict === "bad" && state === "stopped" ? t("campaigns.wave.wasStopped") : null}
    </Notice>
  );
}

function Findings({ findings }: { readonly findings: Wave["findings"] }) {
  const { t } = useTranslation();
  const { share } = useFigures();
  return (
    <table className="w-full text-right text-list tabular-nums">
      <caption className="sr-only">{t("campaigns.wave.signs")}</caption>
      <thead className="text-ink-2">
        <tr>
          <th scope="col" className="py-1 text-left font-medium">
            {t("campaigns.wave.sign")}
          </th>
          {(["share", "usual", "limit"] as const).map((head) => (
            <th key={head} scope="col" className="py-1 pl-2 font-medium">
              {t(`campaigns.wave.head.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y">
        {findings.map((it) => (
          <tr key={it.sign}>
            <th scope="row" className="py-1 text-left font-normal">
              <span className="inline-flex items-center gap-1.5">
                <NamedIcon
                  icon={it.isBad ? CircleAlert : CircleCheck}
                  name={t(it.isBad ? "campaigns.wave.isBad" : "campaigns.wave.isGood")}
                  className={it.isBad ? "text-red" : "text-green"}
                />
                {t(`campaigns.wave.of.${it.sign}`)}
              </span>
            </th>
            <td className="pl-2 font-medium">{share(it.share)}</td>
            <td className="pl-2 text-ink-2">
              {it.usual === null ? <NotKnown /> : share(it.usual)}
            </td>
            <td className="pl-2 text-ink-2">
              {it.sign === "read" && it.usual === null ? <NotKnown /> : share(it.limit)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NotKnown() {
  const { t } = useTranslation();
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="sr-only">{t("campaigns.wave.notKnown")}</span>
    </>
  );
}
