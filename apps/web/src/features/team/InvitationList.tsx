import type { InvitationJson } from "@galka/contract/json/team";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Moment } from "../../ui/marks/Moment.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Section } from "../settings/Section.tsx";
import { invitationsQuery, rolesQuery } from "./team-queries.ts";
import { useDeed } from "../../api/use-deed.ts";

/** Invitations that nobody has accepted yet; nothing where there are none. */
export function InvitationList() {
  const { t } = useTranslation();
  const api = useApi();
  const { data } = useQuery(invitationsQuery(api));
  if (!data || data.length === 0) return null;
  return (
    <Section title={t("team.invitations")}>
      <ul className="flex flex-col divide-y">
        {data.map((invitation) => (
          <InvitationLine key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </Section>
  );
}

function InvitationLine({ invitation }: { readonly invitation: InvitationJson }) {
  const { t } = useTranslation();
  const api = useApi();
  const { busy, error, run } = useDeed();
  const roles = useQuery(rolesQuery(api)).data;
  const own = roles?.find(({ id }) => id === invitation.roleId);
  return (
    <li className="flex flex-wrap items-center gap-3 py-3">
      <div className="min-w-50 flex-1">
        <p className="break-all">{invitation.email}</p>
        <p className="text-list text-ink-2">
          {own?.name ?? t(`role.${invitation.role}`)} ·{" "}
          {invitation.isExpired ? t("team.expired") : t("team.until")}{" "}
          <Moment at={invitation.expiresAt} as="day" />
        </p>
        {error ? <Notice tone="bad">{error}</Notice> : null}
      </div>
      <Button
        busy={busy}
        onClick={() => void run(() => api("revokeInvitation", { params: { id: invitation.id } }))}
      >
        {t("team.revoke")}
      </Button>
    </li>
  );
}
