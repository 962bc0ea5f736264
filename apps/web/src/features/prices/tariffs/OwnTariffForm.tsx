import { type OwnTariffJson, UNITS, ownTariffBody } from "@galka/contract/json/prices/prices";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Select } from "../../../ui/controls/Select.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Modal } from "../../../ui/Modal.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { PriceGrid } from "./PriceGrid.tsx";
import { type PriceTexts, pricesOfTexts, textsOfPrices } from "./price-texts.ts";
import { Failed } from "../Failed.tsx";
import { Checkbox } from "../../../ui/controls/Checkbox.tsx";

export type TariffDraft = Omit<OwnTariffJson, "id">;

type Props = {
  readonly id: string | null;
  readonly start: TariffDraft;
  readonly onClose: () => void;
};

/** Writes down a tariff of the workspace's own. */
export function OwnTariffForm({ id, start, onClose }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState(start);
  const [texts, setTexts] = useState<PriceTexts>(() => textsOfPrices(start.prices));
  const [isBad, setBad] = useState(false);
  const keep = useMutation({
    mutationFn: (body: TariffDraft) =>
      id === null ? api("createTariff", { body }) : api("changeTariff", { params: { id }, body }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ["collection", "prices"] });
      onClose();
    },
  });
  const change = (part: Partial<TariffDraft>) => setDraft({ ...draft, ...part });

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    const prices = pricesOfTexts(draft.unit, texts);
    const read = ownTariffBody.safeParse({ ...draft, prices });
    const isGood = read.success && prices !== null && prices.length > 0;
    setBad(!isGood);
    if (isGood) keep.mutate(read.data);
  }

  return (
    <Modal open onClose={onClose} width="large" title={t("prices.tariffs.own")}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t("prices.tariffs.name")}>
          {(tied) => (
            <input
              {...tied}
              className="field"
              required
              maxLength={80}
              value={draft.name}
              onChange={({ target }) => change({ name: target.value })}
            />
          )}
        </Field>
        <div className="flex flex-wrap items-end gap-3">
          <Field label={t("prices.tariffs.currency")}>
            {(tied) => (
              <input
                {...tied}
                className="field w-24 uppercase"
                required
                maxLength={3}
                value={draft.currency}
                onChange={({ target }) => change({ currency: target.value.toUpperCase() })}
              />
            )}
          </Field>
          <Select
            label={t("prices.tariffs.unit")}
            value={draft.unit}
            options={UNITS.map((value) => ({ value, name: t(`prices.unit.${value}`) }))}
            onChange={(unit) => change({ unit })}
          />
        </div>
        {draft.unit === "notification" ? null : <Frees draft={draft} onChange={change} />}
        <PriceGrid unit={draft.unit} texts={texts} onChange={setTexts} />
        {isBad ? (
          <Notice tone="bad" urgent>
            {t("prices.tariffs.bad")}
          </Notice>
        ) : null}
        {keep.isError ? <Failed error={keep.error} /> : null}
        <Button type="submit" look="primary" busy={keep.isPending}>
          {t("prices.tariffs.save")}
        </Button>
      </form>
    </Modal>
  );
}

type FreesProps = {
  readonly draft: TariffDraft;
  readonly onChange: (part: Partial<TariffDraft>) => void;
};

/** What is free under the tariff. */
function Frees({ draft, onChange }: FreesProps) {
  const { t } = useTranslation();
  const { free } = draft;
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Field label={t("prices.tariffs.free")}>
        {(tied) => (
          <input
            {...tied}
            className="field w-32"
            type="number"
            min={0}
            disabled={free === "all"}
            value={free === "all" ? "" : free}
            onChange={({ target }) => onChange({ free: Math.round(Number(target.value)) })}
          />
        )}
      </Field>
      <Checkbox
        label={t("prices.tariffs.freeAll")}
        checked={free === "all"}
        onChange={(checked) => onChange({ free: checked ? "all" : 1000 })}
      />
      <Field label={t("prices.tariffs.entryHours")}>
        {(tied) => (
          <input
            {...tied}
            className="field w-24"
            type="number"
            min={0}
            max={168}
            value={draft.entryPointHours}
            onChange={({ target }) =>
              onChange({ entryPointHours: Math.round(Number(target.value)) })
            }
          />
        )}
      </Field>
      {draft.unit === "message" ? (
        <Checkbox
          label={t("prices.tariffs.freeUtility")}
          checked={draft.freeUtilityInWindow}
          onChange={(checked) => onChange({ freeUtilityInWindow: checked })}
        />
      ) : null}
    </div>
  );
}
