import type { SlaCountsJson } from "@galka/contract/json/sla";
import { SLA_TARGETS, type SlaTarget } from "@galka/core/sla/sla-policy";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { wholeNumber } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Section } from "../settings/Section.tsx";
import { ConversationsSheet } from "./ConversationsSheet.tsx";
import type { StatisticsSearch } from "./statistics-search.ts";

type Props = {
  readonly query: { readonly from: string; readonly to: string } & Pick<
    StatisticsSearch,
    "part" | "partId"
  >;
};
type Outcome = "kept" | "broken";
type Opened = { readonly target: SlaTarget; readonly outcome: Outcome };

/** Which share of the targets was kept, with the conversations behind; nothing where none was set. */
export function SlaFigures({ query }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const nameOf = useFigureName();
  const [opened, setOpened] = useState<Opened | null>(null);
  const figures = useQuery({
    queryKey: ["sla-figures", query],
    queryFn: () => api("getSlaFigures", { query }),
    refetchInterval: 60_000,
  });
  if (!figures.data) return null;
  const { data } = figures;
  if (SLA_TARGETS.every((target) => data[target].kept + data[target].broken === 0)) return null;
  return (
    <Section title={t("statistics.sla.title")} lead={t("statistics.sla.lead")}>
      <div className="grid gap-6 min-[900px]:grid-cols-3">
        {SLA_TARGETS.map((target) => (
          <Target
            key={target}
            target={target}
            counts={data[target]}
            onOpen={(outcome) => setOpened({ target, outcome })}
          />
        ))}
      </div>
      {opened ? (
        <ConversationsSheet
          title={t("statistics.behind", { what: nameOf(opened) })}
          queryKey={["sla-conversations", opened, query]}
          load={(limit) => api("listSlaConversations", { query: { ...query, ...opened, limit } })}
          onClose={() => setOpened(null)}
        />
      ) : null}
    </Section>
  );
}

function useFigureName(): (figure: Opened) => string {
  const { t } = useTranslation();
  return ({ target, outcome }) => `${t(`sla.target.${target}`)}, ${t(`statistics.sla.${outcome}`)}`;
}

type TargetProps = {
  readonly target: SlaTarget;
  readonly counts: SlaCountsJson;
  readonly onOpen: (outcome: Outcome) => void;
};

function Target({ target, counts, onOpen }: TargetProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const name = t(`sla.target.${target}`);
  const total = counts.kept + counts.broken;
  const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  return (
    <div data-target={target}>
      <h3 className="font-semibold">{name}</h3>
      <p className="text-[24px]/[32px] font-semibold tabular-nums">
        {total === 0 ? "–" : share.format(counts.kept / total)}
      </p>
      <p className="flex flex-wrap gap-x-4 text-list">
        {(["kept", "broken"] as const).map((outcome) => (
          <button
            key={outcome}
            type="button"
            className="link tabular-nums"
            onClick={() => onOpen(outcome)}
          >
            {t(`statistics.sla.count.${outcome}`, { number: wholeNumber(locale, counts[outcome]) })}
            <span className="sr-only"> {t("statistics.sla.show", { what: name })}</span>
          </button>
        ))}
      </p>
      <p className="mt-2 text-list text-ink-3">{t(`statistics.sla.definition.${target}`)}</p>
    </div>
  );
}
