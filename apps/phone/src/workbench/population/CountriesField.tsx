import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../ui/IconButton.tsx";
import { countryName } from "../bill/bill-words.ts";
import { Choice } from "../parts/Choice.tsx";
import { NumberField } from "../parts/NumberField.tsx";
import type { PopulationDraft } from "./population-draft.ts";

/** Where the emulator's people can live. */
const COUNTRIES = [
  "AE",
  "AR",
  "BR",
  "CL",
  "CO",
  "DE",
  "EG",
  "ES",
  "FR",
  "GB",
  "ID",
  "IN",
  "IT",
  "KE",
  "KZ",
  "MX",
  "MY",
  "NG",
  "PE",
  "PT",
  "RU",
  "SA",
  "SG",
  "TR",
  "US",
  "ZA",
] as const;

type Countries = PopulationDraft["countries"];
type Props = { readonly countries: Countries; readonly onChange: (countries: Countries) => void };

/** Where people live, and how many here for each there. */
export function CountriesField({ countries, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const name = (code: string) => countryName(code, i18n.language);
  const sorted: readonly string[] = [...COUNTRIES].sort((a, b) =>
    name(a).localeCompare(name(b), i18n.language),
  );
  const free = sorted.find((code) => countries.every((it) => it.code !== code));
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{t("population.countries")}</legend>
      <ul className="space-y-2">
        {countries.map((country, at) => (
          <li key={at} className="flex max-w-md items-end gap-2">
            <div className="min-w-0 flex-1">
              <Choice
                label={t("population.country")}
                value={country.code}
                options={sorted}
                words={name}
                onChange={(code) => onChange(countries.with(at, { ...country, code }))}
              />
            </div>
            <div className="w-24">
              <NumberField
                label={t("population.weight")}
                value={country.weight}
                min={0}
                step={0.1}
                onChange={(weight) => onChange(countries.with(at, { ...country, weight }))}
              />
            </div>
            <IconButton
              icon={X}
              label={t("population.dropCountry", { country: name(country.code) })}
              disabled={countries.length === 1}
              onClick={() => onChange(countries.toSpliced(at, 1))}
            />
          </li>
        ))}
      </ul>
      {free !== undefined && (
        <button
          type="button"
          className="btn mt-2"
          onClick={() => onChange([...countries, { code: free, weight: 1 }])}
        >
          <Plus size={16} aria-hidden /> {t("population.addCountry")}
        </button>
      )}
    </fieldset>
  );
}
