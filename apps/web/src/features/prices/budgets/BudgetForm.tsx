import { type BudgetJson, PURPOSES, budgetBody } from "@galka/contract/json/prices/prices";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi, useWorkspace } from "../../../sync/SyncProvider.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Select } from "../../../ui/controls/Select.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Modal } from "../../../ui/Modal.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { microsOf, unitsOf } from "../amount-text.ts";
import { tariffsQuery } from "../tariffs/tariffs-query.ts";
import { Failed } from "../Failed.tsx";
import { capital } from "./use-budget-name.ts";
import { Checkbox } from "../../../ui/controls/Checkbox.tsx";

type Props = { readonly budget: BudgetJson | null; readonly onClose: () => void };

const EVERY = "every";

/** Makes a budget, or changes one. */
export function BudgetForm({ budget, onClose }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const queryClient = useQueryClient();
  const channels = [...(useWorkspace((state) => state.channels)?.values() ?? [])];
  const tariffs = useQuery(tariffsQuery(api));
  const [draft, setDraft] = useState(() => draftOf(budget));
  const [isBad, setBad] = useState(false);
  const charged = tariffs.data?.currencies ?? [];
  const currency = draft.currency ?? charged[0] ?? "USD";
  const keep = useMutation({
    mutationFn: (body: ReturnType<typeof budgetBody.parse>) =>
      budget === null
        ? api("createBudget", { body })
        : api("changeBudget", { params: { id: budget.id }, body }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ["collection", "budgets"] });
      onClose();
    },
  });
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    const read = budgetBody.safeParse({
      channelId: draft.channelId === EVERY ? null : draft.channelId,
      purpose: draft.purpose === EVERY ? null : draft.purpose,
      period: draft.period,
      currency,
      limitMicros: microsOf(draft.limit),
      alarmPercent: Number(draft.alarm),
      stops: draft.stops,
    });
    setBad(!read.success);
    if (read.success) keep.mutate(read.data);
  }

  return (
    <Modal open onClose={onClose} title={t("prices.budget.title")}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <div className="flex flex-wrap gap-3">
          <Select
            label={t("prices.budget.purpose")}
            value={draft.purpose}
            options={[
              { value: EVERY, name: capital(t("prices.budget.everyPurpose")) },
              ...PURPOSES.map((value) => ({ value, name: t(`prices.purpose.${value}`) })),
            ]}
            onChange={(purpose) => change({ purpose })}
          />
          <Select
            label={t("prices.budget.number")}
            value={draft.channelId}
            options={[
              { value: EVERY, name: capital(t("prices.budget.everyNumber")) },
              ...channels.map(({ id, name }) => ({ value: id, name })),
            ]}
            onChange={(channelId) => change({ channelId })}
          />
          <Select
            label={t("prices.budget.periodLabel")}
            value={draft.period}
            options={(["day", "month"] as const).map((value) => ({
              value,
              name: t(`prices.budget.period.${value}`),
            }))}
            onChange={(period) => change({ period })}
          />
        </div>
        <Field label={t("prices.budget.limit")}>
          {(tied) => (
            <input
              {...tied}
              className="field"
              inputMode="decimal"
              required
              value={draft.limit}
              onChange={({ target }) => change({ limit: target.value })}
            />
          )}
        </Field>
        <Field label={t("prices.budget.currency")}>
          {(tied) => (
            <select
              {...tied}
              className="field"
              value={currency}
              onChange={({ target }) => change({ currency: target.value })}
            >
              {[...new Set([...charged, currency])].map((it) => (
                <option key={it}>{it}</option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t("prices.budget.alarm")}>
          {(tied) => (
            <input
              {...tied}
              className="field"
              type="number"
              min={1}
              max={100}
              value={draft.alarm}
              onChange={({ target }) => change({ alarm: target.value })}
            />
          )}
        </Field>
        <Checkbox
          label={t("prices.budget.stopsField")}
          checked={draft.stops}
          onChange={(checked) => change({ stops: checked })}
        />
        {isBad ? (
          <Notice tone="bad" urgent>
            {t("prices.budget.bad")}
          </Notice>
        ) : null}
        {keep.isError ? <Failed error={keep.error} /> : null}
        <Button type="submit" look="primary" busy={keep.isPending}>
          {t("prices.budget.save")}
        </Button>
      </form>
    </Modal>
  );
}

function draftOf(budget: BudgetJson | null) {
  return {
    channelId: budget?.channelId ?? EVERY,
    purpose: budget?.purpose ?? EVERY,
    period: budget?.period ?? ("month" as const),
    currency: budget?.currency ?? null,
    limit: budget === null ? "" : unitsOf(budget.limitMicros),
    alarm: String(budget?.alarmPercent ?? 80),
    stops: budget?.stops ?? true,
  };
}
