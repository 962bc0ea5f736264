import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "../../ui/Field.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { Choice } from "../parts/Choice.tsx";
import { NumberField } from "../parts/NumberField.tsx";
import type { Act } from "../parts/use-act.ts";
import { CountriesField } from "./CountriesField.tsx";
import {
  FRESH_POPULATION,
  isComplete,
  populationOf,
  SHARES,
  TEMPER_SHARES,
  TEMPERS,
  type PopulationDraft,
  type Temper,
} from "./population-draft.ts";

/** Makes a population: how many, where, and how they take what they get. */
export function PopulationForm({ act }: { readonly act: Act }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<PopulationDraft>(FRESH_POPULATION);
  const [temper, setTemper] = useState<Temper>("usual");
  const change = (part: Partial<PopulationDraft>) => setDraft((before) => ({ ...before, ...part }));
  return (
    <form
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete(draft)) act("POST", "populations", populationOf(draft));
      }}
    >
      <div className="grid gap-3 @lg:grid-cols-2 @3xl:grid-cols-3">
        <Field
          label={t("population.name")}
          placeholder={t("population.nameHint")}
          value={draft.name}
          onChange={(event) => change({ name: event.target.value })}
        />
        <NumberField
          label={t("population.size")}
          value={draft.size}
          min={1}
          max={10_000_000}
          onChange={(size) => change({ size: Math.round(size) })}
        />
        <Field
          label={t("population.seed")}
          placeholder={t("population.seedHint")}
          value={draft.seed}
          onChange={(event) => change({ seed: event.target.value })}
        />
      </div>
      <CountriesField countries={draft.countries} onChange={(countries) => change({ countries })} />
      <fieldset className="space-y-3">
        <legend className="font-medium">{t("population.habits")}</legend>
        <div className="max-w-72">
          <Choice
            label={t("population.temper")}
            value={temper}
            options={TEMPERS}
            words={(it) => t(`population.tempers.${it}`)}
            onChange={(it) => {
              setTemper(it);
              change({ shares: TEMPER_SHARES[it] });
            }}
          />
        </div>
        <div className="grid grid-cols-2 gap-3 @2xl:grid-cols-3 @4xl:grid-cols-6">
          {SHARES.map((name) => (
            <NumberField
              key={name}
              label={t(`population.share.${name}`)}
              value={draft.shares[name]}
              min={0}
              max={100}
              step={0.01}
              unit="%"
              onChange={(share) =>
                change({ shares: { ...draft.shares, [name]: Math.min(100, Math.max(0, share)) } })
              }
            />
          ))}
        </div>
      </fieldset>
      <div className="-mx-4 max-w-xl">
        <Switch
          label={t("population.prompt")}
          hint={t("population.promptHint")}
          checked={draft.prompt}
          onChange={(prompt) => change({ prompt })}
        />
      </div>
      <button type="submit" className="btn btn-primary" disabled={!isComplete(draft)}>
        {t("population.create")}
      </button>
    </form>
  );
}
