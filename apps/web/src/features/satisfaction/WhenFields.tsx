import type { SatisfactionSettingsJson } from "@galka/contract/json/satisfaction/satisfaction";
import { LIMITS } from "@galka/core/satisfaction/settings";
import { usualTexts } from "@galka/core/satisfaction/usual";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../sync/SyncProvider.tsx";
import { Field } from "../../ui/Field.tsx";
import { ChipChoice } from "../filters/ChipChoice.tsx";
import { Choices } from "../settings/Choices.tsx";
import { Checkbox } from "../../ui/controls/Checkbox.tsx";

export type DraftProps = {
  readonly draft: SatisfactionSettingsJson;
  readonly onChange: (draft: SatisfactionSettingsJson) => void;
};

/** Whether contacts are asked, on which numbers, when, and by how many answers. */
export function WhenFields({ draft, onChange }: DraftProps) {
  const { t } = useTranslation();
  const channels = [...(useWorkspace((state) => state.channels)?.values() ?? [])];
  const scaled = (scale: 3 | 5) =>
    onChange({
      ...draft,
      scale,
      template: null,
      texts: draft.texts.map((it) => ({
        ...it,
        answers: [...usualTexts(it.language, scale).answers],
      })),
    });
  return (
    <div className="flex flex-col gap-4">
      <Checkbox
        label={t("satisfaction.isOn")}
        checked={draft.isOn}
        onChange={(isOn) => onChange({ ...draft, isOn })}
      />
      <div>
        <Checkbox
          label={t("satisfaction.everyNumber")}
          checked={draft.channelIds === null}
          onChange={(every) =>
            onChange({ ...draft, channelIds: every ? null : channels.map(({ id }) => id) })
          }
        />
        {draft.channelIds === null ? null : (
          <ChipChoice
            label={t("satisfaction.field.channelIds")}
            options={channels.map(({ id, name }) => ({ value: id, name }))}
            chosen={draft.channelIds}
            onChange={(channelIds) => onChange({ ...draft, channelIds })}
          />
        )}
      </div>
      <div className="grid items-start gap-4 narrow:grid-cols-2">
        <WholeField
          label={t("satisfaction.field.waitMinutes")}
          hint={t("satisfaction.waitHint")}
          most={LIMITS.waitMinutes}
          value={draft.waitMinutes}
          onChange={(waitMinutes) => onChange({ ...draft, waitMinutes })}
        />
        <WholeField
          label={t("satisfaction.field.restDays")}
          hint={t("satisfaction.restHint")}
          most={LIMITS.restDays}
          value={draft.restDays}
          onChange={(restDays) => onChange({ ...draft, restDays })}
        />
      </div>
      <Choices
        label={t("satisfaction.scale")}
        options={(["3", "5"] as const).map((value) => ({
          value,
          name: t(`satisfaction.scaleOf.${value}`),
        }))}
        value={draft.scale === 3 ? "3" : "5"}
        onChoose={(scale) => scaled(scale === "3" ? 3 : 5)}
      />
      <Checkbox
        label={t("satisfaction.asksWhy")}
        checked={draft.asksWhy}
        onChange={(asksWhy) => onChange({ ...draft, asksWhy })}
      />
      <p className="text-list text-ink-2">{t("satisfaction.rules")}</p>
    </div>
  );
}

type WholeProps = {
  readonly label: string;
  readonly hint: string;
  readonly most: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
};

function WholeField({ label, hint, most, value, onChange }: WholeProps) {
  return (
    <Field label={label} hint={hint}>
      {(tied) => (
        <input
          {...tied}
          type="number"
          min={0}
          max={most}
          step={1}
          className="field"
          value={Number.isNaN(value) ? "" : value}
          onChange={({ target }) => onChange(target.valueAsNumber)}
        />
      )}
    </Field>
  );
}
