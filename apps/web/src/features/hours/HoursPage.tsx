import type { OwnedHoursJson } from "@galka/contract/json/hours";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi, useWorkspace } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Section } from "../settings/Section.tsx";
import { SettingsSheet } from "../settings/SettingsSheet.tsx";
import { useTeamNames } from "../library/use-team-names.ts";
import { HoursForm, type HoursOwner } from "./HoursForm.tsx";
import { hoursQuery } from "./hours-query.ts";
import { OpenState } from "./OpenState.tsx";

/** When the office, its teams, its numbers and its members are at work. */
export function HoursPage() {
  const { t } = useTranslation();
  return (
    <SettingsSheet title={t("hours.title")} lead={t("hours.lead")}>
      <HoursSections />
    </SettingsSheet>
  );
}

type Named = { readonly id: string; readonly name: string };

function HoursSections() {
  const { t } = useTranslation();
  const hours = useQuery(hoursQuery(useApi()));
  const teams = useTeamNames();
  const channels = useWorkspace((state) => state.channels);
  const members = useWorkspace((state) => state.members);
  if (hours.isError) {
    return <ErrorState error={hours.error} onRetry={() => void hours.refetch()} />;
  }
  if (!hours.data) return <Skeleton rows={4} kind="lines" />;
  const known = hours.data;
  const owners = (of: HoursOwner["of"], named: readonly Named[]) =>
    named.map(({ id, name }) => ({ of, ownerId: id, name }));
  const active = [...(members?.values() ?? [])].filter((member) => member.active);
  return (
    <>
      <Section title={t("hours.office")} lead={t("hours.officeLead")}>
        <HoursList
          owners={[{ of: "office", ownerId: null, name: t("hours.office") }]}
          known={known}
        />
      </Section>
      <Section title={t("hours.teams")} lead={t("hours.teamsLead")}>
        {teams.length === 0 ? <p className="text-list text-ink-2">{t("team.noTeams")}</p> : null}
        <HoursList owners={owners("team", teams)} known={known} />
      </Section>
      <Section title={t("hours.channels")} lead={t("hours.channelsLead")}>
        <HoursList owners={owners("channel", [...(channels?.values() ?? [])])} known={known} />
      </Section>
      <Section title={t("hours.members")} lead={t("hours.membersLead")}>
        <HoursList owners={owners("member", active)} known={known} />
      </Section>
    </>
  );
}

type ListProps = {
  readonly owners: readonly HoursOwner[];
  readonly known: readonly OwnedHoursJson[];
};

function HoursList({ owners, known }: ListProps) {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<HoursOwner | null>(null);
  const hoursOf = ({ of, ownerId }: HoursOwner) =>
    known.find((it) => it.of === of && it.ownerId === ownerId)?.hours ?? null;
  return (
    <>
      <ul className="divide-y">
        {owners.map((owner) => {
          const hours = hoursOf(owner);
          const { of, ownerId, name } = owner;
          return (
            <li key={ownerId ?? of} className="flex flex-wrap items-center gap-3 py-2">
              <div className="min-w-40 flex-1">
                {of === "office" ? null : (
                  <p className="font-medium break-words">
                    <bdi>{name}</bdi>
                  </p>
                )}
                <p className="text-list text-ink-2">
                  {hours ? <OpenState hours={hours} /> : t(`hours.none.${of}`)}
                </p>
              </div>
              <Button
                aria-label={t(hours ? "hours.changeOf" : "hours.setOf", { name })}
                onClick={() => setEdited(owner)}
              >
                {t(hours ? "hours.change" : "hours.set")}
              </Button>
            </li>
          );
        })}
      </ul>
      {edited ? (
        <HoursForm owner={edited} hours={hoursOf(edited)} onClose={() => setEdited(null)} />
      ) : null}
    </>
  );
}
