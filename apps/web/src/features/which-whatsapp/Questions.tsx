import type { Business } from "@galka/core/channels/which-whatsapp";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { Select } from "../../ui/controls/Select.tsx";
import { Field } from "../../ui/Field.tsx";
import { COUNTRIES } from "./business.ts";
import { Checkbox } from "../../ui/controls/Checkbox.tsx";

type Props = {
  readonly business: Business;
  readonly onChange: (business: Business) => void;
};

const COUNTS = ["people", "answers", "notices", "marketing"] as const;
const MOST = 10_000_000;

/** What is asked of a business; each answer changes the advice below at once. */
export function Questions({ business, onChange }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const names = new Intl.DisplayNames(locale, { type: "region" });
  const countries = COUNTRIES.map((value) => ({ value, name: names.of(value) ?? value })).toSorted(
    (one, other) => one.name.localeCompare(other.name, locale),
  );
  const country = COUNTRIES.find((it) => it === business.country) ?? "DE";
  const set = (change: Partial<Business>) => onChange({ ...business, ...change });
  const ticks = [
    ["wantsBots", t("which.bots")],
    ["hasCrm", t("which.crm")],
    ["keepsApp", t("which.keepsApp")],
  ] as const;
  return (
    <form className="flex flex-col gap-4 rounded-bubble border bg-surface p-4">
      <div className="grid grid-cols-1 gap-4 min-[520px]:grid-cols-2">
        {COUNTS.map((name) => (
          <Field
            key={name}
            label={t(`which.${name}`)}
            hint={name === "notices" ? t("which.noticesHint") : undefined}
          >
            {(tied) => (
              <input
                {...tied}
                type="number"
                min={name === "people" ? 1 : 0}
                max={MOST}
                className="field tabular-nums"
                value={business[name]}
                onChange={({ target }) => set({ [name]: countIn(target.value) })}
              />
            )}
          </Field>
        ))}
      </div>
      <div className="flex flex-col gap-1">
        <span className="text-list font-medium text-ink-2" aria-hidden="true">
          {t("which.country")}
        </span>
        <Select
          label={t("which.country")}
          options={countries}
          value={country}
          onChange={(chosen) => set({ country: chosen })}
        />
      </div>
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 text-list font-medium text-ink-2">{t("which.tools")}</legend>
        {ticks.map(([name, words]) => (
          <Checkbox
            key={name}
            label={words}
            checked={business[name]}
            onChange={(checked) => set({ [name]: checked })}
          />
        ))}
      </fieldset>
    </form>
  );
}

/** What stands in the field as a count; nothing and nonsense are none. */
function countIn(text: string): number {
  const value = Math.floor(Number(text));
  return Number.isFinite(value) ? Math.min(MOST, Math.max(0, value)) : 0;
}
