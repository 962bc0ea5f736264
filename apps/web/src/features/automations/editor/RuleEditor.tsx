import type { DryRunJson, RuleDraftJson } from "@galka/contract/json/rule";
import { FlaskConical, Trash2 } from "lucide-react";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { Modal } from "../../../ui/Modal.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { SettingsSheet } from "../../settings/SettingsSheet.tsx";
import { UnsavedDialog } from "../../unsaved/UnsavedDialog.tsx";
import { useIsChanged } from "../../unsaved/use-is-changed.ts";
import { useUnsaved } from "../../unsaved/use-unsaved.ts";
import { useRuleWords } from "../use-rule-words.ts";
import { DryRunResult } from "./DryRunResult.tsx";
import { draftOf, formOf } from "./rule-form.ts";
import { RuleParts } from "./RuleParts.tsx";
import { useRuleDeeds } from "./use-rule-deeds.ts";

type Props = {
  /** Null while it is not written yet. */
  readonly id: string | null;
  readonly start: RuleDraftJson;
  readonly onDone: () => void;
};

/** Writes a rule: the sentence it makes, its parts, and what it would have done. */
export function RuleEditor({ id, start, onDone }: Props) {
  const { t } = useTranslation();
  const [form, setForm] = useState(() => formOf(start));
  const [run, setRun] = useState<DryRunJson | null>(null);
  const [leaving, setLeaving] = useState(false);
  const deeds = useRuleDeeds(id);
  const unsaved = useUnsaved(useIsChanged(draftOf(form)));
  const sentence = useRuleWords()(draftOf(form));

  async function onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!(await deeds.save(draftOf(form)))) return;
    unsaved.release();
    onDone();
  }

  async function remove(ruleId: string): Promise<void> {
    setLeaving(false);
    if (!(await deeds.remove(ruleId))) return;
    unsaved.release();
    onDone();
  }

  return (
    <SettingsSheet
      title={id === null ? t("automations.newRule") : t("automations.editRule")}
      action={
        <Button look="quiet" onClick={onDone}>
          {t("action.back")}
        </Button>
      }
    >
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => void onSubmit(event)}
        aria-label={t("automations.editRule")}
      >
        <RuleParts
          form={form}
          problems={deeds.problems}
          onChange={(next) => {
            setForm(next);
            setRun(null);
          }}
        />
        <p className="break-words text-ink-2" dir="auto">
          {sentence.when} {sentence.what}
        </p>
        {deeds.problems.length > 0 || deeds.error !== null ? (
          <Notice tone="bad" urgent>
            {deeds.error ?? t("refusal.rule-unusable")}
          </Notice>
        ) : null}
        <div className="flex flex-wrap justify-end gap-2">
          {id === null ? null : (
            <Button
              look="danger"
              className="mr-auto"
              icon={<Trash2 size={16} aria-hidden="true" />}
              onClick={() => setLeaving(true)}
            >
              {t("automations.remove")}
            </Button>
          )}
          <Button
            icon={<FlaskConical size={16} aria-hidden="true" />}
            busy={deeds.busy}
            onClick={() => void deeds.dryRun(draftOf(form)).then(setRun)}
          >
            {t("automations.dryRun")}
          </Button>
          <Button type="submit" look="primary" busy={deeds.busy}>
            {t("action.save")}
          </Button>
        </div>
        {run ? <DryRunResult run={run} /> : null}
      </form>
      <UnsavedDialog unsaved={unsaved} />
      {leaving && id !== null ? (
        <Modal
          open
          onClose={() => setLeaving(false)}
          title={t("automations.removeOne", { name: start.name })}
          width="small"
        >
          <p className="mb-4">{t("automations.removeLead")}</p>
          <Button look="danger" onClick={() => void remove(id)}>
            {t("automations.remove")}
          </Button>
        </Modal>
      ) : null}
    </SettingsSheet>
  );
}
