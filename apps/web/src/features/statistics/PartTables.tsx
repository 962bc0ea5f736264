import type {
  AnswerTimesJson,
  FigurePart,
  MeasureJson,
  StatisticsJson,
} from "@galka/contract/json/statistics";
import { csvOf } from "@galka/core/figures/csv";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { wholeNumber } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { Button } from "../../ui/Button.tsx";
import { FigureTable } from "./FigureTable.tsx";
import { Section } from "../settings/Section.tsx";
import { MEASURES, saveCsv } from "./measures.ts";
import { useSpanWords } from "./use-span-words.ts";

type Chosen = { readonly part: FigurePart; readonly partId: string };
type Props = {
  readonly statistics: StatisticsJson;
  readonly times: AnswerTimesJson | null;
  readonly onOpen: (chosen: Chosen, measure: MeasureJson) => void;
};

const PARTS = ["channel", "team", "member", "label"] as const;

/** The same counts for each number, team, member and label. */
export function PartTables({ statistics, times, onOpen }: Props) {
  return PARTS.map((part) => {
    const rows = statistics.parts.filter((it) => it.part === part);
    if (rows.length === 0) return null;
    return (
      // Hundreds of rows far down need no layout before somebody has scrolled there.
      <div key={part} className="[contain-intrinsic-size:auto_800px] [content-visibility:auto]">
        <PartTable part={part} rows={rows} times={times} onOpen={onOpen} />
      </div>
    );
  });
}

type TableProps = Omit<Props, "statistics"> & {
  readonly part: (typeof PARTS)[number];
  readonly rows: StatisticsJson["parts"];
};

function PartTable({ part, rows, times, onOpen }: TableProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const spanWords = useSpanWords();
  const answered = new Map(times?.members.map((it) => [it.memberId, it.p50Ms]));
  const withTimes = part === "member";
  const corner = t(`statistics.part.${part}`);
  const heads = [
    ...MEASURES.map((measure) => t(`statistics.${measure}.name`)),
    ...(withTimes ? [t("statistics.medianAnswer")] : []),
  ];
  const nameOf = (row: (typeof rows)[number]) => row.name ?? t("statistics.gone");
  const save = () =>
    saveCsv(
      part,
      csvOf([
        [corner, ...heads],
        ...rows.map((row) => [
          nameOf(row),
          ...MEASURES.map((measure) => row[measure]),
          ...(withTimes ? [answered.get(row.partId) ?? null] : []),
        ]),
      ]),
    );
  return (
    <Section
      title={t(`statistics.by.${part}`)}
      lead={t(`statistics.byDefinition.${part}`)}
      action={
        <Button icon={<Download size={16} aria-hidden="true" />} onClick={save}>
          {t("statistics.csv")}
        </Button>
      }
    >
      <FigureTable label={t(`statistics.by.${part}`)} corner={corner} heads={heads}>
        <tbody className="divide-y">
          {rows.map((row) => (
            <tr key={row.partId}>
              <th scope="row" className="py-1 text-left font-normal">
                {nameOf(row)}
              </th>
              {MEASURES.map((measure) => (
                <td key={measure} className="py-1 pl-3">
                  {row[measure] === 0 ? (
                    0
                  ) : (
                    <button
                      type="button"
                      className="link"
                      onClick={() => onOpen({ part, partId: row.partId }, measure)}
                    >
                      {wholeNumber(locale, row[measure])}
                    </button>
                  )}
                </td>
              ))}
              {withTimes ? <td className="py-1 pl-3">{spanOf(row.partId)}</td> : null}
            </tr>
          ))}
        </tbody>
      </FigureTable>
    </Section>
  );

  function spanOf(memberId: string): string {
    const ms = answered.get(memberId);
    return ms === undefined ? "–" : spanWords(ms);
  }
}
