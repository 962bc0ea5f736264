import type { RoleJson } from "@galka/contract/json/team";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Section } from "../settings/Section.tsx";
import { SettingsSheet } from "../settings/SettingsSheet.tsx";
import { HouseRoles } from "./HouseRoles.tsx";
import { RoleEditor } from "./RoleEditor.tsx";
import { rolesQuery } from "./team-queries.ts";

/** What each role allows: those of the house to read, the workspace's own to change. */
export function RolesPage() {
  const { t } = useTranslation();
  const api = useApi();
  const roles = useQuery(rolesQuery(api)).data ?? [];
  const [edited, setEdited] = useState<RoleJson | "new" | null>(null);
  return (
    <SettingsSheet title={t("team.roles")} lead={t("team.rolesLead")}>
      <Section
        title={t("team.ownRoles")}
        action={<Button onClick={() => setEdited("new")}>{t("team.newRole")}</Button>}
      >
        {roles.length === 0 ? <p className="text-ink-2">{t("team.noRoles")}</p> : null}
        <ul className="flex flex-col divide-y">
          {roles.map((role) => (
            <li key={role.id} className="flex flex-wrap items-center gap-3 py-3">
              <span className="min-w-40 flex-1">
                <span className="font-medium">{role.name}</span>
                <span className="block text-list text-ink-2">
                  {t("team.holders", { count: role.memberCount })}
                </span>
              </span>
              <Button onClick={() => setEdited(role)}>{t("team.change")}</Button>
            </li>
          ))}
        </ul>
        {edited ? (
          <RoleEditor
            key={edited === "new" ? "new" : edited.id}
            role={edited === "new" ? null : edited}
            onDone={() => setEdited(null)}
          />
        ) : null}
      </Section>
      <HouseRoles />
    </SettingsSheet>
  );
}
