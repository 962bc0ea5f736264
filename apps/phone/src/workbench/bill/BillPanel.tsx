import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BillJson, RateCardJson } from "@galka/emulator/wire/control";
import { call } from "../../api/emulator.ts";
import { usePolled } from "../../api/use-polled.ts";
import { usePhones } from "../../state/store.ts";
import { queryOf } from "../log/query.ts";
import { Block } from "../parts/Block.tsx";
import { Choice } from "../parts/Choice.tsx";
import { money } from "../parts/figures.ts";
import { PanelFrame } from "../parts/PanelFrame.tsx";
import { useAct } from "../parts/use-act.ts";
import { CHOICES } from "../settings/setting-kinds.ts";
import { BillLines } from "./BillLines.tsx";
import { BillTable } from "./BillTable.tsx";
import { countryName, monthName, reasonWords } from "./bill-words.ts";

/** What the messages cost, added up, message by message, and why some are free. */
export function BillPanel() {
  const { t, i18n } = useTranslation();
  const [month, setMonth] = useState("");
  const filter = queryOf({ month });
  const months = useBill("month", "");
  const { value } = useBill("category", filter);
  const known = months.value?.groups.flatMap(({ keys }) => keys.month ?? []) ?? [];
  return (
    <PanelFrame
      title={t("bench.bill")}
      lead={t("bill.lead")}
      actions={
        <div className="w-48">
          <Choice
            label={t("bill.month")}
            bare
            value={month}
            options={["", ...new Set(known)]}
            words={(it) => (it === "" ? t("bill.allMonths") : monthName(it, i18n.language))}
            onChange={setMonth}
          />
        </div>
      }
    >
      <Totals bill={value} />
      <TariffBlock />
      <div className="grid gap-5 @3xl:grid-cols-2">
        <Grouped by="category" filter={filter} />
        <Grouped by="country" filter={filter} />
      </div>
      <Grouped by="reason" filter={filter} />
      <BillLines month={month} />
    </PanelFrame>
  );
}

function useBill(by: string, filter: string) {
  const query = `by=${by}&${filter}`;
  return usePolled(() => call<BillJson>("GET", `bill?${query}`), query);
}

function Totals({ bill }: { readonly bill: BillJson | null }) {
  const { t, i18n } = useTranslation();
  if (bill === null) return null;
  if (bill.totals.length === 0) return <p className="text-ink-3">{t("bill.none")}</p>;
  return bill.totals.map((total) => (
    <div key={total.currency} className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <p className="text-[28px]/9 font-semibold">
        {money(total.amountMicros, total.currency, i18n.language)}
      </p>
      <p className="text-ink-2">
        {[
          t("bill.messages", { count: total.messageCount }),
          t("bill.charged", { count: total.chargedCount }),
          t("bill.free", { count: total.freeCount }),
        ].join(" · ")}
      </p>
    </div>
  ));
}

type GroupedProps = { readonly by: "category" | "country" | "reason"; readonly filter: string };

function Grouped({ by, filter }: GroupedProps) {
  const { t, i18n } = useTranslation();
  const { value } = useBill(by, filter);
  if (value === null || value.groups.length === 0) return null;
  const words = {
    category: (it: string) => t(`bill.category.${it}`, { defaultValue: it }),
    country: (it: string) => countryName(it, i18n.language),
    reason: (it: string) => reasonWords(t, it),
  };
  return (
    <Block title={t(`bill.by.${by}`)}>
      <BillTable
        name={t(`bill.of.${by}`)}
        rows={value.groups.map((group) => ({
          ...group,
          words: words[by](group.keys[by] ?? ""),
        }))}
      />
    </Block>
  );
}

/** Which tariff is in force, and which card of prices. */
function TariffBlock() {
  const { t } = useTranslation();
  const act = useAct();
  const tariff = usePhones((phones) => phones.settings?.tariff);
  const { value } = usePolled(() => call<RateCardJson>("GET", "bill/rates"), tariff ?? "");
  if (tariff === undefined) return null;
  return (
    <Block
      title={t("bill.tariff")}
      note={
        value === null
          ? undefined
          : t("bill.card", {
              tariff: t(`setting.of.tariff.${value.tariff}`),
              from: value.from,
              currency: value.currency,
            })
      }
    >
      <div className="max-w-72">
        <Choice
          label={t("bill.tariff")}
          bare
          value={tariff}
          options={CHOICES.tariff}
          words={(it) => t(`setting.of.tariff.${it}`)}
          onChange={(it) => act("PATCH", "settings", { tariff: it })}
        />
      </div>
    </Block>
  );
}
