import { useTranslation } from "react-i18next";
import type { BillTotalJson } from "@galka/emulator/wire/control";
import { money, wholeNumber } from "../parts/figures.ts";

type Row = BillTotalJson & { readonly words: string };
type Props = { readonly name: string; readonly rows: readonly Row[] };

/** Lines of the bill added up, the dearest first. */
export function BillTable({ name, rows }: Props) {
  const { t, i18n } = useTranslation();
  const count = (value: number) => wholeNumber(value, i18n.language);
  return (
    <section
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- A scrolling region without a stop of its own cannot be moved with the keyboard.
      tabIndex={0}
      aria-label={name}
      className="overflow-x-auto"
    >
      <table className="w-full text-list">
        <thead className="text-ink-3">
          <tr className="hairline-b">
            <th scope="col" className="py-1 pe-3 text-start font-normal">
              {name}
            </th>
            <th scope="col" className="py-1 ps-3 text-end font-normal">
              {t("bill.messagesHead")}
            </th>
            <th scope="col" className="py-1 ps-3 text-end font-normal">
              {t("bill.freeHead")}
            </th>
            <th scope="col" className="py-1 ps-3 text-end font-normal">
              {t("bill.amount")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows
            .toSorted((a, b) => b.amountMicros - a.amountMicros)
            .map((row, at) => (
              <tr key={at} className="hairline-b">
                <th scope="row" className="py-1 pe-3 text-start font-normal">
                  {row.words}
                </th>
                <td className="py-1 ps-3 text-end">{count(row.messageCount)}</td>
                <td className="py-1 ps-3 text-end">{count(row.freeCount)}</td>
                <td className="py-1 ps-3 text-end whitespace-nowrap">
                  {money(row.amountMicros, row.currency, i18n.language)}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
