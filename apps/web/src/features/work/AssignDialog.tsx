import type { ConversationJson } from "@galka/contract/json/conversation";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Avatar } from "../../ui/marks/Avatar.tsx";
import { Modal } from "../../ui/Modal.tsx";
import { useTeamNames } from "../library/use-team-names.ts";
import { givenToTeam } from "./assignable.ts";
import { useAssignees } from "./use-assignees.ts";
import { useWork } from "./use-work.ts";

type Props = { readonly conversation: ConversationJson; readonly onClose: () => void };

/** Gives the conversation to somebody or to a team, with a few words if there is something to know, or to nobody. */
export function AssignDialog({ conversation, onClose }: Props) {
  const { t } = useTranslation();
  const [note, setNote] = useState("");
  const [teamId, setTeamId] = useState(conversation.teamId);
  const { assign } = useWork(conversation.id);
  const teams = useTeamNames();
  const team = teams.find(({ id }) => id === teamId) ?? null;
  const assignees = useAssignees(team);
  const from = conversation.assigneeId;
  const changesTeam = teamId !== conversation.teamId;

  function give(to: { assigneeId: string | null; teamId: string | null }): void {
    const { assigneeId } = to;
    const goesToTeam = to.teamId === conversation.teamId ? {} : { teamId: to.teamId };
    assign({ assigneeId, ...goesToTeam, from, ...(note.trim() === "" ? {} : { note }) });
    onClose();
  }

  return (
    <Modal open onClose={onClose} title={t("work.assign")} width="small">
      <div className="mb-3 flex flex-col gap-3">
        <Field label={t("work.note")}>
          {(tied) => (
            <textarea
              {...tied}
              rows={2}
              maxLength={2000}
              dir="auto"
              value={note}
              onChange={(event) => setNote(event.target.value)}
              className="field"
            />
          )}
        </Field>
        {teams.length === 0 ? null : (
          <Field label={t("work.team")}>
            {(tied) => (
              <select
                {...tied}
                className="field"
                value={teamId ?? ""}
                onChange={({ target }) => setTeamId(target.value || null)}
              >
                <option value="">{t("work.noTeam")}</option>
                {teams.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {changesTeam ? (
          <Button look="primary" onClick={() => give(givenToTeam({ assigneeId: from }, team))}>
            {team ? t("work.giveTeam", { name: team.name }) : t("work.leaveTeam")}
          </Button>
        ) : null}
      </div>
      <ul aria-label={t("work.assign")}>
        {assignees.map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              disabled={id === from && !changesTeam}
              onClick={() => give({ assigneeId: id, teamId })}
              className="flex min-h-11 w-full items-center gap-2 rounded-control px-2 text-left hover:bg-surface-3 disabled:bg-selected"
            >
              <Avatar name={name} size={24} />
              <bdi className="truncate">{name}</bdi>
            </button>
          </li>
        ))}
      </ul>
      {from === null ? null : (
        <Button look="quiet" className="mt-3" onClick={() => give({ assigneeId: null, teamId })}>
          {t("work.release")}
        </Button>
      )}
    </Modal>
  );
}
