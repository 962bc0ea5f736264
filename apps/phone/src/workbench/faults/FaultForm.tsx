import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { NewFault } from "@galka/emulator/wire/control";
import { Block } from "../parts/Block.tsx";
import { Choice } from "../parts/Choice.tsx";
import { DurationField } from "../parts/DurationField.tsx";
import { NumberField } from "../parts/NumberField.tsx";
import { FaultActionFields } from "./FaultActionFields.tsx";
import { type FaultDraft, faultOf, FRESH_DRAFT, isComplete, WHENS } from "./fault-draft.ts";
import { FaultMatchFields } from "./FaultMatchFields.tsx";

/** Makes a rule of any kind. */
export function FaultForm({ onAdd }: { readonly onAdd: (rule: NewFault) => void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<FaultDraft>(FRESH_DRAFT);
  const change = (part: Partial<FaultDraft>) => setDraft((before) => ({ ...before, ...part }));
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isComplete(draft)) onAdd(faultOf(draft));
  }
  return (
    <Block title={t("faults.make")}>
      <form className="space-y-3" onSubmit={submit}>
        <div className="grid gap-3 @lg:grid-cols-2 @3xl:grid-cols-4">
          <Choice
            label={t("faults.form.on")}
            value={draft.on}
            options={["request", "webhook"]}
            words={(it) => t(`faults.on.${it}`)}
            onChange={(on) => change({ on })}
          />
          <FaultActionFields draft={draft} onChange={change} />
          <Choice
            label={t("faults.form.when")}
            value={draft.when}
            options={WHENS}
            words={(it) => t(`faults.whens.${it}`)}
            onChange={(when) => change({ when })}
          />
          {draft.when !== "always" && (
            <NumberField
              label={t(`faults.form.${draft.when}`)}
              value={draft.count}
              min={draft.when === "probability" ? 0 : 1}
              {...(draft.when === "probability" ? { max: 100, unit: "%" } : {})}
              onChange={(count) => change({ count })}
            />
          )}
        </div>
        <FaultMatchFields draft={draft} onChange={change} />
        <div className="grid gap-3 @lg:grid-cols-2 @3xl:grid-cols-4">
          <DurationField
            label={t("faults.form.startsIn")}
            ms={draft.startsInMs}
            onChange={(startsInMs) => change({ startsInMs })}
          />
          <DurationField
            label={t("faults.form.for")}
            hint={isComplete(draft) ? t("faults.form.forHint") : t("faults.form.holdHint")}
            ms={draft.forMs}
            onChange={(forMs) => change({ forMs })}
          />
        </div>
        <button type="submit" className="btn btn-primary" disabled={!isComplete(draft)}>
          {t("faults.form.add")}
        </button>
      </form>
    </Block>
  );
}
