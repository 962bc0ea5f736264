import { useTranslation } from "react-i18next";
import type { SettingsJson, SettingsPatch } from "@galka/emulator/wire/control";
import { Switch } from "../../ui/Switch.tsx";
import { Choice } from "../parts/Choice.tsx";
import { DurationField } from "../parts/DurationField.tsx";
import { NumberField } from "../parts/NumberField.tsx";
import { type ChoiceName, CHOICES, type Setting } from "./setting-kinds.ts";

type Props = {
  readonly setting: Setting;
  readonly settings: SettingsJson;
  readonly onChange: (patch: SettingsPatch) => void;
};

/** One setting as what it is: a switch, a list, a time span, a number. */
export function SettingField({ setting, settings, onChange }: Props) {
  const { t } = useTranslation();
  switch (setting.kind) {
    case "switch":
      return (
        <div className="-mx-4">
          <Switch
            label={t(`setting.${setting.name}`)}
            checked={settings[setting.name]}
            onChange={(on) => onChange({ [setting.name]: on })}
          />
        </div>
      );
    case "choice":
      return <ChoiceOf name={setting.name} settings={settings} onChange={onChange} />;
    case "span":
      return (
        <DurationField
          label={t(`setting.${setting.name}`)}
          ms={settings[setting.name]}
          onChange={(ms) => onChange({ [setting.name]: ms })}
        />
      );
    case "number":
      return (
        <NumberField
          label={t(`setting.${setting.name}`)}
          value={settings[setting.name]}
          min={0}
          onChange={(value) => onChange({ [setting.name]: Math.round(value) })}
        />
      );
    case "marketing-per-day":
      return (
        <NumberField
          label={t("setting.marketingPerDay")}
          hint={t("setting.marketingPerDayHint")}
          value={settings.marketingPerDay ?? 0}
          min={0}
          onChange={(count) => onChange({ marketingPerDay: count < 1 ? null : Math.round(count) })}
        />
      );
    case "experiment":
      return (
        <NumberField
          label={t("setting.experimentShare")}
          value={settings.experimentShare * 100}
          min={0}
          max={100}
          unit="%"
          onChange={(share) => onChange({ experimentShare: share / 100 })}
        />
      );
    default:
      return setting satisfies never;
  }
}

type ChoiceProps = Omit<Props, "setting"> & { readonly name: ChoiceName };

function ChoiceOf({ name, settings, onChange }: ChoiceProps) {
  const { t } = useTranslation();
  const options: readonly string[] = CHOICES[name];
  const value: string = settings[name];
  return (
    <Choice
      label={t(`setting.${name}`)}
      value={value}
      options={options}
      words={(option) => t(`setting.of.${name}.${option}`, { defaultValue: option })}
      onChange={(option) => onChange({ [name]: option })}
    />
  );
}
