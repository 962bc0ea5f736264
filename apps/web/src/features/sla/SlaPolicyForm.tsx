import type { SlaPolicyDraftJson } from "@galka/contract/json/sla";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDeed } from "../../api/use-deed.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Modal } from "../../ui/Modal.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Choices } from "../settings/Choices.tsx";
import { ScopeFields } from "./ScopeFields.tsx";
import { type SlaDraftProblem, draftOfSla, readSlaDraft } from "./sla-draft.ts";
import { TargetFields } from "./TargetFields.tsx";
import { Checkbox } from "../../ui/controls/Checkbox.tsx";

type Props = {
  /** Null for one that is not there yet. */
  readonly id: string | null;
  readonly policy: SlaPolicyDraftJson;
  readonly onClose: () => void;
};

const MEASURES = ["office-hours", "wall-clock"] as const;

/** Sets targets: how soon, by which clock, and for which conversations. */
export function SlaPolicyForm({ id, policy, onClose }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const { busy, error, run } = useDeed();
  const [draft, setDraft] = useState(() => draftOfSla(policy));
  const [problem, setProblem] = useState<SlaDraftProblem | null>(null);

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const read = readSlaDraft(draft);
    setProblem("problem" in read ? read.problem : null);
    if ("problem" in read) return;
    const body = read.policy;
    const deed = () =>
      id === null
        ? api("createSlaPolicy", { body })
        : api("updateSlaPolicy", { params: { id }, body });
    if (await run(deed)) onClose();
  }

  async function remove(): Promise<void> {
    if (id === null) return;
    if (await run(() => api("deleteSlaPolicy", { params: { id } }))) onClose();
  }

  const wrong = problem === null ? error : t(`sla.problem.${problem}`);
  return (
    <Modal open onClose={onClose} title={id === null ? t("sla.add") : policy.name} width="large">
      <form className="flex flex-col gap-4" onSubmit={(event) => void save(event)} noValidate>
        <Field label={t("sla.name")}>
          {(tied) => (
            <input
              {...tied}
              className="field"
              maxLength={100}
              value={draft.name}
              onChange={({ target }) => setDraft({ ...draft, name: target.value })}
            />
          )}
        </Field>
        <TargetFields times={draft.times} onChange={(times) => setDraft({ ...draft, times })} />
        <Choices
          label={t("sla.countedTitle")}
          options={MEASURES.map((value) => ({ value, name: t(`sla.counted.${value}`) }))}
          value={draft.countedIn}
          onChoose={(countedIn) => setDraft({ ...draft, countedIn })}
        />
        <Field label={t("sla.warn")} hint={t("sla.warnHint")}>
          {(tied) => (
            <input
              {...tied}
              type="number"
              min={1}
              max={99}
              className="field w-24"
              value={draft.warnPercent}
              onChange={({ target }) => setDraft({ ...draft, warnPercent: target.value })}
            />
          )}
        </Field>
        <ScopeFields scope={draft.scope} onChange={(scope) => setDraft({ ...draft, scope })} />
        <Checkbox
          label={t("sla.isOn")}
          checked={draft.isOn}
          onChange={(isOn) => setDraft({ ...draft, isOn })}
        />
        {wrong === null ? null : <Notice tone="bad">{wrong}</Notice>}
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" look="primary" disabled={busy}>
            {t("action.save")}
          </Button>
          {id === null ? null : (
            <Button disabled={busy} onClick={() => void remove()}>
              {t("sla.remove")}
            </Button>
          )}
        </div>
      </form>
    </Modal>
  );
}
