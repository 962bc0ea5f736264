import type { StatisticsJson } from "@galka/contract/json/statistics";
import { useTranslation } from "react-i18next";
import type { StatisticsSearch } from "./statistics-search.ts";

type Props = {
  readonly search: StatisticsSearch;
  readonly parts: StatisticsJson["parts"];
  readonly onChange: (change: {
    days?: number | undefined;
    part?: string | undefined;
    partId?: string | undefined;
  }) => void;
};

const PARTS = ["channel", "team", "member", "label"] as const;
const SELECT = "control border border-edge bg-surface px-2";

/** Over which days, and of which part of the workspace. */
export function ScopeChoice({ search, parts, onChange }: Props) {
  const { t } = useTranslation();
  const chosen = search.part ? `${search.part} ${search.partId ?? ""}` : "";

  function choose(value: string): void {
    const [part, partId] = value.split(" ");
    onChange(part && partId ? { part, partId } : { part: undefined, partId: undefined });
  }

  return (
    <div className="flex flex-wrap gap-2">
      <select
        aria-label={t("statistics.of")}
        className={SELECT}
        value={chosen}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{t("statistics.everything")}</option>
        {PARTS.map((part) => (
          <optgroup key={part} label={t(`statistics.part.${part}`)}>
            {parts
              .filter((it) => it.part === part)
              .map(({ partId, name }) => (
                <option key={partId} value={`${part} ${partId}`}>
                  {name ?? t("statistics.gone")}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      <select
        aria-label={t("statistics.period")}
        className={SELECT}
        value={search.days ?? 30}
        onChange={(event) => {
          const days = Number(event.target.value);
          onChange({ days: days === 30 ? undefined : days });
        }}
      >
        {[7, 30, 90].map((days) => (
          <option key={days} value={days}>
            {t("statistics.lastDays", { count: days })}
          </option>
        ))}
      </select>
    </div>
  );
}
