import { BUILT_IN_ROLES } from "@galka/core/workspaces/permissions";
import { builtInRoleJson } from "@galka/contract/json/workspace";
import { useTranslation } from "react-i18next";
import { Section } from "../settings/Section.tsx";

/** What the roles of the house allow. */
export function HouseRoles() {
  const { t } = useTranslation();
  return (
    <Section title={t("team.houseRoles")}>
      <ul className="flex flex-col divide-y">
        {builtInRoleJson.options.map((role) => (
          <li key={role} className="py-2">
            <details>
              <summary className="min-h-6 cursor-pointer font-medium">{t(`role.${role}`)}</summary>
              <ul className="mt-2 list-disc pl-6 text-list text-ink-2">
                {BUILT_IN_ROLES[role].map((permission) => (
                  <li key={permission}>{t(`permission.${permission}`)}</li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  );
}
