import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PopulationCounts, PopulationJson } from "@galka/emulator/wire/population";
import { countryName } from "../bill/bill-words.ts";
import { Block } from "../parts/Block.tsx";
import { percent, wholeNumber } from "../parts/figures.ts";
import type { Act } from "../parts/use-act.ts";
import { PopulationMembers } from "./PopulationMembers.tsx";
import { VisitsForm } from "./VisitsForm.tsx";

/** The way of a message, each a part of the one before it. */
const FUNNEL = ["accepted", "sent", "delivered", "read"] as const;
/** What came back, good and bad. */
const ANSWERS = [
  "answered",
  "tapped",
  "linksOpened",
  "reacted",
  "takenBack",
  "stopWords",
  "optedOut",
  "blocked",
  "reported",
  "failed",
  "visited",
] as const satisfies readonly (keyof PopulationCounts)[];

type Props = { readonly population: PopulationJson; readonly act: Act };

/** One population: who they are, what has happened to them, and what can be asked of them. */
export function PopulationCard({ population, act }: Props) {
  const { t, i18n } = useTranslation();
  const [shown, setShown] = useState<"visits" | "people" | null>(null);
  const { id, name, size, countries, counts } = population;
  const homes = Object.entries(countries)
    .toSorted(([, a], [, b]) => b - a)
    .map(
      ([code, count]) => `${countryName(code, i18n.language)} ${wholeNumber(count, i18n.language)}`,
    )
    .join(", ");
  return (
    <Block
      title={name}
      note={`${t("population.people", { count: size, size: wholeNumber(size, i18n.language) })} · ${homes}`}
      actions={
        <div className="flex flex-wrap gap-2">
          {(["visits", "people"] as const).map((part) => (
            <button
              key={part}
              type="button"
              className="btn"
              aria-expanded={shown === part}
              onClick={() => setShown(shown === part ? null : part)}
            >
              {t(`population.show.${part}`)}
            </button>
          ))}
          <button
            type="button"
            className="btn text-red"
            onClick={() => act("DELETE", `populations/${id}`)}
          >
            {t("population.remove")}
          </button>
        </div>
      }
    >
      <div data-population={id}>
        <Funnel counts={counts} />
        <dl className="mt-3 grid grid-cols-2 gap-x-4 gap-y-2 @md:grid-cols-4 @3xl:grid-cols-6">
          {ANSWERS.map((key) => (
            <div key={key}>
              <dt className="text-meta text-ink-3">{t(`population.counts.${key}`)}</dt>
              <dd className="font-medium" data-count={key}>
                {wholeNumber(counts[key], i18n.language)}
              </dd>
            </div>
          ))}
        </dl>
      </div>
      {shown === "visits" && <VisitsForm population={population} act={act} />}
      {shown === "people" && <PopulationMembers id={id} />}
    </Block>
  );
}

/** How far the messages have got, as bars of the accepted ones. */
function Funnel({ counts }: { readonly counts: PopulationCounts }) {
  const { t, i18n } = useTranslation();
  const all = Math.max(...FUNNEL.map((key) => counts[key]));
  return (
    <dl className="space-y-1.5">
      {FUNNEL.map((key) => {
        const share = all === 0 ? 0 : counts[key] / all;
        return (
          <div key={key} className="flex items-center gap-3 text-list">
            <dt className="w-24 flex-none text-ink-2">{t(`population.counts.${key}`)}</dt>
            <dd className="flex min-w-0 flex-1 items-center gap-2">
              <span className="h-2.5 min-w-0 flex-1 rounded-full bg-surface-3" aria-hidden>
                <span
                  className="block h-full rounded-full bg-blue"
                  style={{ width: `${share * 100}%` }}
                />
              </span>
              <span className="w-28 flex-none text-end">
                <span className="font-medium" data-count={key}>
                  {wholeNumber(counts[key], i18n.language)}
                </span>{" "}
                <span className="text-ink-3">{percent(share, i18n.language)}</span>
              </span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
