import type { CampaignJson } from "@galka/contract/json/campaigns/campaign";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { classNames } from "../../../ui/class-names.ts";
import { type CampaignSearch, RUN_TABS } from "../campaigns-search.ts";
import { PeopleTab } from "../people/PeopleTab.tsx";
import { ReportTab } from "../report/ReportTab.tsx";
import { CourseTab } from "./CourseTab.tsx";
import { RunHead } from "./RunHead.tsx";

type Props = { readonly campaign: CampaignJson; readonly search: CampaignSearch };

/** A campaign that was launched: its course, its people, who has answered, and what it has brought. */
export function RunView({ campaign, search }: Props) {
  const { t } = useTranslation();
  const tab = search.tab ?? "course";
  return (
    <div className="flex h-full min-h-0 flex-col bg-desk">
      <div className="shrink-0 px-4 pt-4 narrow:px-8">
        <div className="mx-auto flex max-w-280 flex-col gap-3">
          <RunHead campaign={campaign} />
          <nav aria-label={t("campaigns.parts")} className="flex gap-4 overflow-x-auto border-b">
            {RUN_TABS.map((it) => (
              <Link
                key={it}
                to="/campaigns/$campaignId"
                params={{ campaignId: campaign.id }}
                search={it === "course" ? {} : { tab: it }}
                aria-current={it === tab ? "page" : undefined}
                className={classNames(
                  "flex min-h-10 shrink-0 items-center border-b-2 font-medium -outline-offset-2",
                  it === tab
                    ? "border-blue text-ink"
                    : "border-transparent text-ink-2 hover:text-ink",
                )}
              >
                {t(`campaigns.tab.${it}`)}
              </Link>
            ))}
          </nav>
        </div>
      </div>
      {tab === "course" ? <CourseTab campaign={campaign} /> : null}
      {tab === "people" ? <PeopleTab campaign={campaign} search={search} /> : null}
      {tab === "replies" ? <PeopleTab campaign={campaign} search={{ mark: "answered" }} /> : null}
      {tab === "report" ? <ReportTab campaign={campaign} /> : null}
    </div>
  );
}
