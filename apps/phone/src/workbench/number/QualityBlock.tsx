import { useTranslation } from "react-i18next";
import type { NumberJson, NumberStandingJson, QualityJson } from "@galka/emulator/wire/control";
import { usePhones } from "../../state/store.ts";
import { Block } from "../parts/Block.tsx";
import { Choice } from "../parts/Choice.tsx";
import { percent, wholeNumber } from "../parts/figures.ts";
import { useAct } from "../parts/use-act.ts";
import { type Quality, QualityChip } from "./QualityChip.tsx";

const RATINGS = ["GREEN", "YELLOW", "RED", "UNKNOWN"] as const satisfies readonly Quality[];

type Props = {
  readonly number: NumberJson;
  readonly standing: NumberStandingJson;
  readonly again: () => void;
};

/** The number's quality, what it is made of, and day by day. */
export function QualityBlock({ number, standing, again }: Props) {
  const { t } = useTranslation();
  const act = useAct(again);
  const byHand = usePhones((phones) => phones.settings?.quality === "by-hand");
  return (
    <Block
      title={t("number.qualityTitle")}
      actions={<QualityChip quality={standing.qualityRating} />}
      note={byHand ? t("number.byHand") : t("number.byFeedback")}
    >
      {byHand && (
        <div className="mb-3 max-w-60">
          <Choice
            label={t("number.setQuality")}
            value={number.qualityRating}
            options={RATINGS}
            words={(it) => t(`number.quality.${it}`)}
            onChange={(qualityRating) => act("PATCH", `numbers/${number.id}`, { qualityRating })}
          />
        </div>
      )}
      {(!byHand || standing.causes.delivered > 0) && <Causes causes={standing.causes} />}
    </Block>
  );
}

/** What people did in seven days, and what follows from it. */
export function Causes({ causes }: { readonly causes: QualityJson }) {
  const { t, i18n } = useTranslation();
  const count = (value: number) => wholeNumber(value, i18n.language);
  return (
    <>
      <p className="mb-1 text-list text-ink-2">
        {t("number.share", { share: percent(causes.negativeShare, i18n.language) })}
      </p>
      <section
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- A scrolling region without a stop of its own cannot be moved with the keyboard.
        tabIndex={0}
        aria-label={t("number.causes")}
        className="overflow-x-auto"
      >
        <table className="w-full text-list">
          <thead className="text-ink-3">
            <tr className="hairline-b">
              <th scope="col" className="py-1 pe-2 text-start font-normal">
                {t("number.day")}
              </th>
              {(["delivered", "read", "blocked", "reported"] as const).map((column) => (
                <th key={column} scope="col" className="py-1 ps-2 text-end font-normal">
                  {t(`number.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {causes.days.map((day) => (
              <tr key={day.daysAgo} className="hairline-b">
                <th scope="row" className="py-1 pe-2 text-start font-normal">
                  {day.daysAgo === 0
                    ? t("number.today")
                    : t("number.daysAgo", { count: day.daysAgo })}
                </th>
                <td className="py-1 ps-2 text-end">{count(day.delivered)}</td>
                <td className="py-1 ps-2 text-end">{count(day.read)}</td>
                <td className="py-1 ps-2 text-end">{count(day.blocked)}</td>
                <td className="py-1 ps-2 text-end">{count(day.reported)}</td>
              </tr>
            ))}
            <tr className="font-semibold">
              <th scope="row" className="py-1 pe-2 text-start">
                {t("number.week")}
              </th>
              <td className="py-1 ps-2 text-end">{count(causes.delivered)}</td>
              <td className="py-1 ps-2 text-end">{count(causes.read)}</td>
              <td className="py-1 ps-2 text-end" data-count="blocked">
                {count(causes.blocked)}
              </td>
              <td className="py-1 ps-2 text-end" data-count="reported">
                {count(causes.reported)}
              </td>
            </tr>
          </tbody>
        </table>
      </section>
    </>
  );
}
