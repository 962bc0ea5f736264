import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Section } from "../settings/Section.tsx";
import { SettingsSheet } from "../settings/SettingsSheet.tsx";
import { InvitationList } from "./InvitationList.tsx";
import { InviteForm } from "./InviteForm.tsx";
import { MemberLine } from "./MemberLine.tsx";
import { membersQuery } from "./team-queries.ts";

/** Who is in the workspace, as what, and who is invited. */
export function MembersPage() {
  const { t } = useTranslation();
  return (
    <SettingsSheet title={t("team.members")} lead={t("team.membersLead")}>
      <Section title={t("team.invite")} lead={t("team.inviteLead")}>
        <InviteForm />
      </Section>
      <InvitationList />
      <Section title={t("team.inTheTeam")}>
        <MemberList />
      </Section>
    </SettingsSheet>
  );
}

function MemberList() {
  const api = useApi();
  const members = useQuery(membersQuery(api));
  if (members.isError) {
    return <ErrorState error={members.error} onRetry={() => void members.refetch()} />;
  }
  return (
    <ul className="flex flex-col divide-y">
      {members.data?.map((member) => (
        <MemberLine key={member.id} member={member} />
      ))}
    </ul>
  );
}
