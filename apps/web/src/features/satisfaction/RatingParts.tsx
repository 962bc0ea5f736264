import type { SatisfactionJson } from "@galka/contract/json/satisfaction/satisfaction";
import { csvOf } from "@galka/core/figures/csv";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { saveCsv } from "../statistics/measures.ts";
import { RatingTable } from "./RatingTable.tsx";

const PARTS = ["member", "team", "channel"] as const;

/** The figures of each member, team and number. */
export function RatingParts({ parts }: Pick<SatisfactionJson, "parts">) {
  const { t } = useTranslation();
  return PARTS.map((part) => {
    const rows = parts
      .filter((it) => it.part === part)
      .map((it) => ({ ...it, key: it.partId, name: it.name ?? t("statistics.gone") }));
    if (rows.length === 0) return null;
    const name = t(`statistics.by.${part}`);
    const save = () =>
      saveCsv(
        `ratings by ${part}`,
        csvOf([
          [
            t(`statistics.part.${part}`),
            t("satisfaction.closed"),
            t("satisfaction.asked.name"),
            t("satisfaction.answered.name"),
            t("satisfaction.satisfied.name"),
            t("satisfaction.average.name"),
          ],
          ...rows.map((row) => [
            row.name,
            row.closed,
            row.asked,
            row.answered,
            row.satisfied,
            row.answered === 0 ? null : row.points / row.answered,
          ]),
        ]),
      );
    return (
      <div key={part}>
        <div className="flex flex-wrap items-start gap-3">
          <div className="min-w-50 flex-1">
            <h3 className="font-semibold">{name}</h3>
            <p className="text-list text-ink-3">{t(`satisfaction.byDefinition.${part}`)}</p>
          </div>
          <Button
            icon={<Download size={16} aria-hidden="true" />}
            aria-label={t("satisfaction.csvOf", { name })}
            onClick={save}
          >
            {t("statistics.csv")}
          </Button>
        </div>
        <RatingTable
          name={t("satisfaction.ratingsBy", { name })}
          first={t(`statistics.part.${part}`)}
          rows={rows}
        />
      </div>
    );
  });
}
