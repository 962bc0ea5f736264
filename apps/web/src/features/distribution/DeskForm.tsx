import type { DeskJson } from "@galka/contract/json/distribution";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Modal } from "../../ui/Modal.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useLabels } from "../labels/labels-query.ts";
import { useDeed } from "../../api/use-deed.ts";
import { readWords, wordsText } from "./policy-draft.ts";
import { Checkbox } from "../../ui/controls/Checkbox.tsx";

type Props = { readonly desk: DeskJson; readonly onClose: () => void };

/** Sets down how much a member is given at once, and what they know. */
export function DeskForm({ desk, onClose }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const labels = useLabels();
  const { busy, error, run } = useDeed();
  const [capacity, setCapacity] = useState(String(desk.capacity));
  const [skills, setSkills] = useState(wordsText(desk.skills));
  const [languages, setLanguages] = useState(wordsText(desk.languages));
  const [labelIds, setLabelIds] = useState<readonly string[]>(desk.labelIds);

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const body = {
      memberId: desk.memberId,
      capacity: Number(capacity),
      skills: readWords(skills),
      languages: readWords(languages),
      labelIds: [...labelIds],
    };
    if (await run(() => api("setDesk", { body }))) onClose();
  }

  return (
    <Modal open onClose={onClose} title={t("distribution.deskOf", { name: desk.name })}>
      <form className="flex flex-col gap-4" onSubmit={(event) => void save(event)}>
        <Field label={t("distribution.capacity")} hint={t("distribution.capacityHint")}>
          {(tied) => (
            <input
              {...tied}
              type="number"
              required
              min={0}
              max={1000}
              className="field"
              value={capacity}
              onChange={({ target }) => setCapacity(target.value)}
            />
          )}
        </Field>
        <Field label={t("distribution.skills")} hint={t("distribution.skillsHint")}>
          {(tied) => (
            <input
              {...tied}
              className="field"
              value={skills}
              onChange={({ target }) => setSkills(target.value)}
            />
          )}
        </Field>
        <Field label={t("distribution.languages")} hint={t("distribution.languagesHint")}>
          {(tied) => (
            <input
              {...tied}
              className="field"
              value={languages}
              onChange={({ target }) => setLanguages(target.value)}
            />
          )}
        </Field>
        {labels.length === 0 ? null : (
          <fieldset className="grid gap-x-4 narrow:grid-cols-2">
            <legend className="mb-1 text-list font-medium text-ink-2">
              {t("distribution.labels")}
            </legend>
            {labels.map(({ id, name }) => (
              <Checkbox
                key={id}
                label={name}
                checked={labelIds.includes(id)}
                onChange={(checked) =>
                  setLabelIds(checked ? [...labelIds, id] : labelIds.filter((it) => it !== id))
                }
              />
            ))}
          </fieldset>
        )}
        {error === null ? null : (
          <Notice tone="bad" urgent>
            {error}
          </Notice>
        )}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" busy={busy}>
            {t("action.save")}
          </Button>
          <Button onClick={onClose}>{t("action.cancel")}</Button>
        </div>
      </form>
    </Modal>
  );
}
