import type { RoleJson } from "@galka/contract/json/team";
import { completed } from "@galka/core/workspaces/grant";
import { PERMISSIONS, type Permission } from "@galka/core/workspaces/permissions";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../api/use-may.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { useDeed } from "../../api/use-deed.ts";
import { Checkbox } from "../../ui/controls/Checkbox.tsx";

type Props = { readonly role: RoleJson | null; readonly onDone: () => void };

/** Names a role and says what it allows. What somebody may not do themselves they cannot give. */
export function RoleEditor({ role, onDone }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const may = useMay();
  const { busy, error, run } = useDeed();
  const [name, setName] = useState(role?.name ?? "");
  const [chosen, setChosen] = useState<readonly Permission[]>(role?.permissions ?? []);

  function toggle(permission: Permission, on: boolean): void {
    const others = chosen.filter((it) => it !== permission);
    setChosen(on ? completed([...others, permission]) : others);
  }

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const body = { name: name.trim(), permissions: completed(chosen) };
    const saved = await run(() =>
      role ? api("updateRole", { params: { id: role.id }, body }) : api("createRole", { body }),
    );
    if (saved) onDone();
  }

  async function remove(id: string): Promise<void> {
    if (await run(() => api("deleteRole", { params: { id } }))) onDone();
  }

  return (
    <form className="mt-4 flex flex-col gap-4 border-t pt-4" onSubmit={(event) => void save(event)}>
      <Field label={t("team.name")} error={error}>
        {(tied) => (
          <input
            {...tied}
            required
            maxLength={100}
            className="field"
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
      <fieldset className="grid gap-x-4 narrow:grid-cols-2">
        <legend className="mb-1 text-list font-medium text-ink-2">{t("team.allows")}</legend>
        {PERMISSIONS.map((permission) => (
          <Checkbox
            key={permission}
            label={t(`permission.${permission}`)}
            checked={chosen.includes(permission)}
            disabled={!may(permission)}
            onChange={(checked) => toggle(permission, checked)}
          />
        ))}
      </fieldset>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={busy}>
          {t("action.save")}
        </Button>
        <Button onClick={onDone}>{t("action.cancel")}</Button>
        {role ? (
          <Button look="danger" busy={busy} onClick={() => void remove(role.id)}>
            {t("team.deleteRole")}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
