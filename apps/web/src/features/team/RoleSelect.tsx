import type { RoleChoiceJson } from "@galka/contract/json/team";
import { builtInRoleJson, type MemberJson } from "@galka/contract/json/workspace";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/me.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { rolesQuery } from "./team-queries.ts";

type Props = {
  readonly id?: string;
  readonly label?: string;
  readonly held: Pick<MemberJson, "role" | "roleId">;
  readonly disabled?: boolean;
  readonly onChoose: (role: RoleChoiceJson) => void;
};

/** The roles that somebody can be given: those of the house and the workspace's own. Owners are made by owners. */
export function RoleSelect({ id, label, held, disabled, onChoose }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const { member } = useMe();
  const own = useQuery(rolesQuery(api)).data ?? [];
  const house = builtInRoleJson.options.filter(
    (role) => role !== "owner" || member.role === "owner" || held.role === "owner",
  );
  return (
    <select
      id={id}
      aria-label={label}
      className="field"
      disabled={disabled}
      value={held.roleId ?? held.role}
      onChange={({ target }) => onChoose(choiceOf(target.value))}
    >
      {house.map((role) => (
        <option key={role} value={role}>
          {t(`role.${role}`)}
        </option>
      ))}
      {own.map((role) => (
        <option key={role.id} value={role.id}>
          {role.name}
        </option>
      ))}
    </select>
  );
}

function choiceOf(value: string): RoleChoiceJson {
  const house = builtInRoleJson.safeParse(value);
  return house.success ? { role: house.data } : { role: "custom", roleId: value };
}
