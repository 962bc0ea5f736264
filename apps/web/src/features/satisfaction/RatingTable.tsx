import { useTranslation } from "react-i18next";
import { FigureTable } from "../statistics/FigureTable.tsx";
import { type Counts, useFigureWords } from "./use-figure-words.ts";

export type RatingRow = Counts & { readonly key: string; readonly name: string };
type Props = {
  readonly name: string;
  readonly first: string;
  readonly rows: readonly RatingRow[];
};

const COLUMNS = ["asked", "answered", "average", "satisfied"] as const;

/** The same figures for each of several: days, members, teams, numbers. */
export function RatingTable({ name, first, rows }: Props) {
  const { t } = useTranslation();
  const words = useFigureWords();
  return (
    <FigureTable
      label={name}
      corner={first}
      heads={COLUMNS.map((column) => t(`satisfaction.${column}.name`))}
    >
      <tbody className="divide-y">
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row" className="py-1 text-left font-normal">
              <bdi>{row.name}</bdi>
            </th>
            {COLUMNS.map((column) => (
              <td key={column} className="py-1 pl-3 whitespace-nowrap">
                {words(column, row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}
