import type { SatisfactionJson } from "@galka/contract/json/satisfaction/satisfaction";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../api/use-may.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Section } from "../settings/Section.tsx";
import { AnswerList } from "./AnswerList.tsx";
import { RatingDays } from "./RatingDays.tsx";
import { RatingParts } from "./RatingParts.tsx";
import { Points } from "./Points.tsx";
import { type Counts, useFigureWords } from "./use-figure-words.ts";

/** Which conversations are meant: the period and the part that the page shows. */
export type FigureQuery = {
  readonly from: string;
  readonly to: string;
  readonly part?: "channel" | "member" | "team" | "label";
  readonly partId?: string;
};

const TILES = ["asked", "answered", "average", "satisfied"] as const;

/** What contacts said of how they were served, with what each figure means beside it. */
export function SatisfactionFigures({ query }: { readonly query: FigureQuery }) {
  const { t } = useTranslation();
  const api = useApi();
  const may = useMay();
  const figures = useQuery({
    queryKey: ["satisfaction", query],
    queryFn: () => api("getSatisfaction", { query }),
    refetchInterval: 60_000,
  });
  if (figures.isError) {
    return <ErrorState error={figures.error} onRetry={() => void figures.refetch()} />;
  }
  if (!figures.data) return null;
  const { isOn, total } = figures.data;
  return (
    <Section
      title={t("satisfaction.figures")}
      lead={t("satisfaction.figuresLead")}
      action={
        total.answered > 0 && may("conversations.read") ? (
          <a
            className="control inline-flex items-center gap-2 rounded-control border px-3 font-medium"
            href={`/api/v1/satisfaction.csv?${new URLSearchParams(query).toString()}`}
            download
          >
            <Download size={16} aria-hidden="true" />
            {t("satisfaction.csv")}
          </a>
        ) : null
      }
    >
      <div className="flex flex-col gap-6">
        {isOn ? null : (
          <Notice tone="info">
            {t("satisfaction.off")}{" "}
            {may("settings.manage") ? (
              <Link to="/settings/satisfaction" className="link">
                {t("satisfaction.toSettings")}
              </Link>
            ) : null}
          </Notice>
        )}
        {total.closed === 0 ? (
          <p className="text-ink-2">{t("satisfaction.nothing")}</p>
        ) : (
          <Figures query={query} figures={figures.data} />
        )}
      </div>
    </Section>
  );
}

type Props = { readonly query: FigureQuery; readonly figures: SatisfactionJson };

function Figures({ query, figures }: Props) {
  const may = useMay();
  return (
    <>
      <Tiles total={figures.total} before={figures.before} />
      <Points distribution={figures.distribution} />
      <RatingDays days={figures.days} />
      <RatingParts parts={figures.parts} />
      <Skipped skipped={figures.skipped} />
      {may("conversations.read") && figures.total.answered > 0 ? (
        <AnswerList query={query} />
      ) : null}
    </>
  );
}

function Tiles({ total, before }: { readonly total: Counts; readonly before: Counts }) {
  const { t } = useTranslation();
  const words = useFigureWords();
  return (
    <dl className="grid grid-cols-1 gap-4 min-[520px]:grid-cols-2 min-[900px]:grid-cols-4">
      {TILES.map((tile) => (
        <div key={tile}>
          <dt className="text-list font-medium text-ink-2">{t(`satisfaction.${tile}.name`)}</dt>
          <dd className="text-[24px]/[32px] font-semibold tabular-nums">{words(tile, total)}</dd>
          <dd className="text-list text-ink-2">
            {before.closed > 0
              ? t("satisfaction.before", { figure: words(tile, before) })
              : t("statistics.noneBefore")}
          </dd>
          <dd className="mt-1 text-list text-ink-3">{t(`satisfaction.${tile}.definition`)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Skipped({ skipped }: Pick<SatisfactionJson, "skipped">) {
  const { t, i18n } = useTranslation();
  if (skipped.length === 0) return null;
  const reason = (because: string) => {
    const key = `satisfaction.skipped.${because}`;
    return i18n.exists(key) ? i18n.t(key, { defaultValue: because }) : because;
  };
  return (
    <div>
      <h3 className="font-semibold">{t("satisfaction.notAsked")}</h3>
      <ul className="mt-1 text-list text-ink-2">
        {skipped.map(({ because, count }) => (
          <li key={because} className="tabular-nums">
            {reason(because)}: {count}
          </li>
        ))}
      </ul>
    </div>
  );
}
