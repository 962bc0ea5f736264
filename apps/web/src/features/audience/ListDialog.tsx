import type { AudienceListJson } from "@galka/contract/json/people/audience";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Modal } from "../../ui/Modal.tsx";
import { useKeeping } from "../library/use-keeping.ts";
import { listsQuery, useSegments } from "./audience-queries.ts";

type Props = {
  /** The one that is renamed; null makes another. */
  readonly list: AudienceListJson | null;
  readonly onClose: () => void;
  /** Hears of the one that was made. */
  readonly onMade?: (id: string) => void;
};

/** A list's name and what it is for; one that is made can begin with whom a segment means at this moment. */
export function ListDialog({ list, onClose, onMade }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const segments = useSegments();
  const [name, setName] = useState(list?.name ?? "");
  const [description, setDescription] = useState(list?.description ?? "");
  const [segmentId, setSegmentId] = useState("");
  const { busy, error, keep } = useKeeping<string | null>(listsQuery(api).queryKey, (id) => {
    if (id !== null) onMade?.(id);
    onClose();
  });

  async function save(): Promise<string | null> {
    const body = { name: name.trim(), description };
    if (list) {
      await api("updateAudienceList", { params: { id: list.id }, body });
      return null;
    }
    const made = await api("createAudienceList", { body });
    const from = segments.find(({ id }) => id === segmentId);
    if (from) {
      const change = { kind: "list", listId: made.id, on: true } as const;
      await api("startPeopleChange", { body: { change, filter: from.filter } });
    }
    return made.id;
  }

  function onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    keep(save);
  }

  return (
    <Modal open onClose={onClose} width="small" title={list?.name ?? t("audience.newList")}>
      <form className="flex flex-col gap-3" onSubmit={onSubmit}>
        <Field label={t("audience.listName")} error={error}>
          {(tied) => (
            <input
              {...tied}
              required
              className="field"
              maxLength={100}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label={t("audience.description")}>
          {(tied) => (
            <textarea
              {...tied}
              className="field"
              rows={2}
              maxLength={1000}
              value={description}
              onChange={(event) => setDescription(event.target.value)}
            />
          )}
        </Field>
        {list === null && !onMade && segments.length > 0 ? (
          <Field label={t("audience.beginWith")} hint={t("audience.beginWithHint")}>
            {(tied) => (
              <select
                {...tied}
                className="field"
                value={segmentId}
                onChange={(event) => setSegmentId(event.target.value)}
              >
                <option value="">{t("audience.beginEmpty")}</option>
                {segments.map((it) => (
                  <option key={it.id} value={it.id}>
                    {it.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : null}
        <div className="flex flex-wrap justify-end gap-2">
          {list ? (
            <Button
              look="danger"
              className="mr-auto"
              onClick={() =>
                keep(async () => {
                  await api("removeAudienceList", { params: { id: list.id } });
                  return null;
                })
              }
            >
              {t("audience.removeList")}
            </Button>
          ) : null}
          <Button look="quiet" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button type="submit" look="primary" busy={busy} disabled={name.trim() === ""}>
            {t("action.save")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
