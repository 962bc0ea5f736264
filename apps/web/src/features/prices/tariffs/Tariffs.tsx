import type { OwnTariffJson, TariffsJson } from "@galka/contract/json/prices/prices";
import { ROUBLES_OF_2022 } from "@galka/core/billing/tariffs/own-tariff";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { meQuery } from "../../../api/me.ts";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Select } from "../../../ui/controls/Select.tsx";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { Section } from "../../settings/Section.tsx";
import { usePriceWords } from "../use-price-words.ts";
import { CardTable } from "./CardTable.tsx";
import { Markup } from "./Markup.tsx";
import { OwnTariffForm, type TariffDraft } from "./OwnTariffForm.tsx";
import { tariffsQuery } from "./tariffs-query.ts";
import { Failed } from "../Failed.tsx";

/** By which prices the workspace counts, its own tariffs, and the prices of each. */
export function Tariffs() {
  const api = useApi();
  const found = useQuery(tariffsQuery(api));
  const me = useQuery(meQuery(api));
  const mayChange = me.data?.permissions.includes("settings.manage") === true;
  if (found.isError) {
    return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  }
  if (!found.data) return <Skeleton rows={4} kind="lines" />;
  return (
    <>
      <InForce tariffs={found.data} mayChange={mayChange} />
      {mayChange ? <Markup key={JSON.stringify(found.data.markup)} tariffs={found.data} /> : null}
      <OwnTariffs tariffs={found.data} mayChange={mayChange} />
      <CardTable tariffs={found.data} />
    </>
  );
}

type Props = { readonly tariffs: TariffsJson; readonly mayChange: boolean };

function InForce({ tariffs, mayChange }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const queryClient = useQueryClient();
  const words = usePriceWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const apply = useMutation({
    mutationFn: (tariff: string) =>
      api("choosePrices", { body: { tariff, markup: tariffs.markup } }),
    onSuccess: async () => {
      setChosen(null);
      await queryClient.invalidateQueries({ queryKey: ["collection", "prices"] });
    },
  });
  const all = ["by-date", ...tariffs.metas.map(({ id }) => id), ...tariffs.own.map(({ id }) => id)];
  return (
    <Section title={t("prices.tariffs.inForce")} lead={t("prices.tariffs.inForceLead")}>
      <div className="flex flex-wrap items-center gap-3">
        {mayChange ? (
          <>
            <Select
              label={t("prices.tariffs.choose")}
              value={chosen ?? tariffs.chosen}
              options={all.map((id) => ({ value: id, name: words.tariff(id, tariffs.own) }))}
              onChange={setChosen}
            />
            <Button
              look="primary"
              disabled={chosen === null || chosen === tariffs.chosen}
              busy={apply.isPending}
              onClick={() => chosen !== null && apply.mutate(chosen)}
            >
              {t("prices.tariffs.apply")}
            </Button>
          </>
        ) : (
          <span className="font-medium">{words.tariff(tariffs.chosen, tariffs.own)}</span>
        )}
      </div>
      {apply.isError ? <Failed error={apply.error} /> : null}
      <ul className="mt-3 text-list text-ink-2">
        {tariffs.accounts.map(({ id, currency, timeZone }) => (
          <li key={id}>{t("prices.tariffs.account", { id, currency, zone: timeZone })}</li>
        ))}
      </ul>
    </Section>
  );
}

const BLANK: TariffDraft = {
  name: "",
  currency: "USD",
  unit: "message",
  free: 1000,
  freeUtilityInWindow: false,
  entryPointHours: 72,
  prices: [],
};

function OwnTariffs({ tariffs, mayChange }: Props) {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<{
    readonly id: string | null;
    readonly draft: TariffDraft;
  } | null>(null);
  const roubles: TariffDraft = {
    ...ROUBLES_OF_2022,
    name: t("prices.tariffs.roubles"),
    prices: [...ROUBLES_OF_2022.prices],
  };
  return (
    <Section
      title={t("prices.tariffs.own")}
      lead={t("prices.tariffs.ownLead")}
      action={
        mayChange ? (
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => setEdited({ id: null, draft: roubles })}>
              {t("prices.tariffs.roubles")}
            </Button>
            <Button
              icon={<Plus size={16} aria-hidden="true" />}
              onClick={() => setEdited({ id: null, draft: BLANK })}
            >
              {t("prices.tariffs.new")}
            </Button>
          </div>
        ) : null
      }
    >
      <ul className="divide-y">
        {tariffs.own.map((tariff) => (
          <OwnLine
            key={tariff.id}
            tariff={tariff}
            mayChange={mayChange}
            onEdit={() => setEdited({ id: tariff.id, draft: tariff })}
          />
        ))}
      </ul>
      {edited ? (
        <OwnTariffForm id={edited.id} start={edited.draft} onClose={() => setEdited(null)} />
      ) : null}
    </Section>
  );
}

type LineProps = {
  readonly tariff: OwnTariffJson;
  readonly mayChange: boolean;
  readonly onEdit: () => void;
};

function OwnLine({ tariff, mayChange, onEdit }: LineProps) {
  const { t } = useTranslation();
  const api = useApi();
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () => api("removeTariff", { params: { id: tariff.id } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["collection", "prices"] }),
  });
  return (
    <li className="flex flex-wrap items-center gap-3 py-2">
      <div className="min-w-50 flex-1">
        <span className="font-medium">{tariff.name}</span>
        <span className="block text-list text-ink-2">
          {tariff.currency} · {t(`prices.unit.${tariff.unit}`)}
        </span>
        {remove.isError ? (
          <Notice tone="bad" urgent>
            {t("refusal.tariff-in-use")}
          </Notice>
        ) : null}
      </div>
      {mayChange ? (
        <>
          <Button onClick={onEdit}>{t("prices.tariffs.edit")}</Button>
          <Button look="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
            {t("prices.tariffs.remove")}
          </Button>
        </>
      ) : null}
    </li>
  );
}
