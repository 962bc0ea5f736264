import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Select } from "../../ui/controls/Select.tsx";
import { PERIODS, type PricesSearch, readPricesSearch } from "./prices-search.ts";

/** Over which days is told. */
export function PeriodChoice() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search: PricesSearch = useSearch({ from: "/signed-in/prices" });
  return (
    <Select
      label={t("prices.period")}
      value={search.period ?? "thisMonth"}
      options={PERIODS.map((name) => ({
        value: name,
        name:
          name === "thisMonth" || name === "lastMonth"
            ? t(`prices.${name}`)
            : t("prices.days", { count: Number(name) }),
      }))}
      onChange={(period) =>
        void navigate({ to: "/prices", search: readPricesSearch({ ...search, period }) })
      }
    />
  );
}
