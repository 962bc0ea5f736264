import type { TariffsJson } from "@galka/contract/json/prices/prices";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Section } from "../../settings/Section.tsx";
import { microsOf, unitsOf } from "../amount-text.ts";
import { Failed } from "../Failed.tsx";

const BASIS_POINTS = 100;

/** What the workspace puts on top of its prices when it passes them on. */
export function Markup({ tariffs }: { readonly tariffs: TariffsJson }) {
  const { t } = useTranslation();
  const api = useApi();
  const queryClient = useQueryClient();
  const { chosen: tariff, markup } = tariffs;
  const [percent, setPercent] = useState(String(markup.basisPoints / BASIS_POINTS));
  const [fixed, setFixed] = useState(unitsOf(markup.fixedMicros));
  const keep = useMutation({
    mutationFn: () => {
      const basisPoints = Math.round(Number(percent) * BASIS_POINTS);
      const fixedMicros = microsOf(fixed);
      return api("choosePrices", { body: { tariff, markup: { basisPoints, fixedMicros } } });
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["collection", "prices"] }),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    keep.mutate();
  };
  const isGood = Number(percent) >= 0 && Number(percent) <= 1000 && !Number.isNaN(microsOf(fixed));
  return (
    <Section title={t("prices.tariffs.markup")} lead={t("prices.tariffs.markupLead")}>
      <form onSubmit={submit} className="flex flex-wrap items-end gap-3">
        <Field label={t("prices.tariffs.percent")}>
          {(tied) => (
            <input
              {...tied}
              className="field w-28"
              type="number"
              min={0}
              max={1000}
              step="0.01"
              value={percent}
              onChange={({ target }) => setPercent(target.value)}
            />
          )}
        </Field>
        <Field label={t("prices.tariffs.fixed")}>
          {(tied) => (
            <input
              {...tied}
              className="field w-28"
              inputMode="decimal"
              value={fixed}
              onChange={({ target }) => setFixed(target.value)}
            />
          )}
        </Field>
        <Button type="submit" disabled={!isGood} busy={keep.isPending}>
          {t("prices.tariffs.save")}
        </Button>
      </form>
      {keep.isError ? <Failed error={keep.error} /> : null}
    </Section>
  );
}
