import type { CampaignJson } from "@galka/contract/json/campaigns/campaign";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../../sync/SyncProvider.tsx";
import { Moment } from "../../../ui/marks/Moment.tsx";
import { Section } from "../../settings/Section.tsx";

/** Every move of a campaign: when, what, and by whom. */
export function MoveList({ campaign }: { readonly campaign: CampaignJson }) {
  const { t } = useTranslation();
  const members = useWorkspace((state) => state.members);
  const moves = campaign.moves.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
  return (
    <Section title={t("campaigns.moves")}>
      <ol className="flex flex-col gap-2 text-list">
        {moves.map(({ id, at, move, memberId, hold, after }) => (
          <li key={id} className="flex flex-wrap gap-x-2">
            <Moment at={at} as="day" className="w-28 shrink-0 text-ink-2 tabular-nums" />
            <span className="min-w-40 flex-1">
              {t(`campaigns.moved.${move}`)}
              {hold === null || after !== "held" ? null : `: ${t(`campaigns.heldBy.${hold}`)}`}
              <span className="text-ink-2">
                {" · "}
                {memberId === null
                  ? t("campaigns.byGalka")
                  : (members?.get(memberId)?.name ?? t("peopleTable.formerMember"))}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
