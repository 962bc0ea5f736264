import type { TeamJson } from "@galka/contract/json/team";
import { useQuery } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi, useWorkspace } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Section } from "../settings/Section.tsx";
import { SettingsSheet } from "../settings/SettingsSheet.tsx";
import { teamsQuery } from "./team-queries.ts";
import { useDeed } from "../../api/use-deed.ts";
import { Checkbox } from "../../ui/controls/Checkbox.tsx";

/** The teams, and who is in each. */
export function TeamsPage() {
  const { t } = useTranslation();
  const api = useApi();
  const teams = useQuery(teamsQuery(api)).data ?? [];
  const [edited, setEdited] = useState<TeamJson | "new" | null>(null);
  return (
    <SettingsSheet
      title={t("team.teams")}
      lead={t("team.teamsLead")}
      action={<Button onClick={() => setEdited("new")}>{t("team.newTeam")}</Button>}
    >
      {edited === "new" ? (
        <Section title={t("team.newTeam")}>
          <TeamEditor team={null} onDone={() => setEdited(null)} />
        </Section>
      ) : null}
      {teams.map((team) => (
        <Section
          key={team.id}
          title={team.name}
          lead={t("team.size", { count: team.memberIds.length })}
          action={<Button onClick={() => setEdited(team)}>{t("team.change")}</Button>}
        >
          {edited === team ? <TeamEditor team={team} onDone={() => setEdited(null)} /> : null}
        </Section>
      ))}
      {teams.length === 0 && edited === null ? (
        <p className="text-ink-2">{t("team.noTeams")}</p>
      ) : null}
    </SettingsSheet>
  );
}

type Props = { readonly team: TeamJson | null; readonly onDone: () => void };

function TeamEditor({ team, onDone }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const members = useWorkspace((state) => state.members);
  const { busy, error, run } = useDeed();
  const [name, setName] = useState(team?.name ?? "");
  const [memberIds, setMemberIds] = useState<readonly string[]>(team?.memberIds ?? []);

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const body = { name: name.trim(), memberIds: [...memberIds] };
    const saved = await run(() =>
      team ? api("updateTeam", { params: { id: team.id }, body }) : api("createTeam", { body }),
    );
    if (saved) onDone();
  }

  async function remove(id: string): Promise<void> {
    if (await run(() => api("deleteTeam", { params: { id } }))) onDone();
  }

  return (
    <form className="flex flex-col gap-4" onSubmit={(event) => void save(event)}>
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
        <legend className="mb-1 text-list font-medium text-ink-2">{t("team.members")}</legend>
        {[...(members?.values() ?? [])]
          .filter(({ id, active }) => active || memberIds.includes(id))
          .map((member) => (
            <Checkbox
              key={member.id}
              label={member.name}
              checked={memberIds.includes(member.id)}
              onChange={(checked) =>
                setMemberIds(
                  checked ? [...memberIds, member.id] : memberIds.filter((id) => id !== member.id),
                )
              }
            />
          ))}
      </fieldset>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={busy}>
          {t("action.save")}
        </Button>
        <Button onClick={onDone}>{t("action.cancel")}</Button>
        {team ? (
          <Button look="danger" busy={busy} onClick={() => void remove(team.id)}>
            {t("team.deleteTeam")}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
