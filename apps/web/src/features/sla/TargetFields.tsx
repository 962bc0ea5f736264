import { SLA_TARGETS } from "@galka/core/sla/sla-policy";
import { useTranslation } from "react-i18next";
import { Field } from "../../ui/Field.tsx";
import type { SlaDraft, TimeUnit } from "./sla-draft.ts";

type Props = {
  readonly times: SlaDraft["times"];
  readonly onChange: (times: SlaDraft["times"]) => void;
};

const UNITS: readonly TimeUnit[] = ["minutes", "hours", "days"];

/** A time for each target; an empty one sets none. */
export function TargetFields({ times, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div className="grid items-start gap-4 narrow:grid-cols-3">
      {SLA_TARGETS.map((target) => {
        const { text, unit } = times[target];
        const name = t(`sla.target.${target}`);
        const set = (change: Partial<(typeof times)[typeof target]>) =>
          onChange({ ...times, [target]: { text, unit, ...change } });
        return (
          <Field key={target} label={name} hint={t(`sla.targetHint.${target}`)}>
            {(tied) => (
              <div className="flex gap-2">
                <input
                  {...tied}
                  inputMode="decimal"
                  className="field w-20"
                  placeholder={t("sla.noTarget")}
                  value={text}
                  onChange={({ target: it }) => set({ text: it.value })}
                />
                <select
                  aria-label={t("filters.unitOf", { name })}
                  className="field w-auto flex-1"
                  value={unit}
                  onChange={({ target: it }) =>
                    set({ unit: UNITS.find((one) => one === it.value) ?? "minutes" })
                  }
                >
                  {UNITS.map((it) => (
                    <option key={it} value={it}>
                      {t(`filters.unit.${it}`)}
                    </option>
                  ))}
                </select>
              </div>
            )}
          </Field>
        );
      })}
    </div>
  );
}
