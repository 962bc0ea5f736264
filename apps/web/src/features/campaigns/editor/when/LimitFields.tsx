import type { CampaignPlanJson } from "@galka/contract/json/campaigns/plan";
import { type Sign, SIGNS } from "@galka/core/campaigns/first-wave";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../../../i18n/use-locale.ts";
import { useApi } from "../../../../sync/SyncProvider.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useFigures } from "../../use-figures.ts";

type Wave = NonNullable<CampaignPlanJson["firstWave"]>;
type Props = { readonly wave: Wave; readonly onChange: (wave: Wave) => void };

/** What is too much for a first wave, sign by sign; an empty field follows what is usual in the workspace. */
export function LimitFields({ wave, onChange }: Props) {
  const { t } = useTranslation();
  const { share } = useFigures();
  const api = useApi();
  const { data } = useQuery({
    queryKey: ["collection", "campaigns", "wave-limits"],
    queryFn: () => api("getWaveLimits", {}),
  });
  return (
    <fieldset className="flex flex-col gap-2 border-0 pt-1">
      <legend className="float-left text-list font-medium">
        {t("campaigns.wave.limitsTitle")}
      </legend>
      <p className="text-list text-ink-2">{t("campaigns.wave.limits")}</p>
      <div className="grid gap-3 narrow:grid-cols-2">
        {SIGNS.map((sign) => {
          const usual = data?.signs.find((it) => it.sign === sign);
          return (
            <LimitField
              key={sign}
              label={t(`campaigns.wave.atMost.${sign}`)}
              value={wave.limits?.[sign]}
              usualLimit={usual && (sign !== "read" || usual.usual !== null) ? usual.limit : null}
              {...(usual && usual.usual !== null
                ? { hint: t("campaigns.wave.usual", { share: share(usual.usual) }) }
                : {})}
              onChange={(limit) => onChange(withLimit(wave, sign, limit))}
            />
          );
        })}
      </div>
    </fieldset>
  );
}

function withLimit(wave: Wave, sign: Sign, limit: number | null): Wave {
  const { limits: before, ...rest } = wave;
  const { [sign]: _, ...others } = before ?? {};
  const limits = limit === null ? others : { ...others, [sign]: limit };
  return Object.keys(limits).length === 0 ? rest : { ...rest, limits };
}

type FieldProps = {
  readonly label: string;
  readonly hint?: string;
  /** A share; what is shown and typed is a percentage. */
  readonly value: number | undefined;
  readonly usualLimit: number | null;
  readonly onChange: (value: number | null) => void;
};

const HUNDRED = 100;

function LimitField({ label, hint, value, usualLimit, onChange }: FieldProps) {
  const decimal = new Intl.NumberFormat(useLocale(), { maximumFractionDigits: 1 });
  const [typed, setTyped] = useState<string | null>(null);
  const kept = value === undefined ? "" : String(inPercent(value));
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {(tied) => (
        <input
          {...tied}
          type="number"
          className="field"
          min={0}
          max={HUNDRED}
          step={0.1}
          placeholder={usualLimit === null ? "" : decimal.format(inPercent(usualLimit))}
          value={typed ?? kept}
          onBlur={() => setTyped(null)}
          onChange={({ target }) => {
            setTyped(target.value);
            const now = target.valueAsNumber;
            if (target.value === "") onChange(null);
            else if (!Number.isNaN(now)) onChange(Math.min(HUNDRED, Math.max(0, now)) / HUNDRED);
          }}
        />
      )}
    </Field>
  );
}

function inPercent(share: number): number {
  return Math.round(share * HUNDRED * 10) / 10;
}
