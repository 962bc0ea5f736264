import { useTranslation } from "react-i18next";
import type { NumberJson, StandingJson } from "@galka/emulator/wire/control";
import { call } from "../../api/emulator.ts";
import { usePolled } from "../../api/use-polled.ts";
import { usePhones } from "../../state/store.ts";
import { hashOf, useWhere } from "../panel.ts";
import { Choice } from "../parts/Choice.tsx";
import { PanelFrame } from "../parts/PanelFrame.tsx";
import { AccountMeasures } from "./AccountMeasures.tsx";
import { FeedbackList } from "./FeedbackList.tsx";
import { LimitBlock } from "./LimitBlock.tsx";
import { NumberReviews } from "./NumberReviews.tsx";
import { QualityBlock } from "./QualityBlock.tsx";
import { SpeedBlock } from "./SpeedBlock.tsx";
import { TemplateHealth } from "./TemplateHealth.tsx";

/** The health of a number: its quality and why, its limits and how much of them is used. */
export function NumberPanel() {
  const { t } = useTranslation();
  const { part } = useWhere();
  const numbers = usePhones((phones) => phones.numbers);
  const number = numbers.find((it) => it.id === part) ?? numbers[0];
  return (
    <PanelFrame
      title={t("bench.number")}
      lead={t("number.lead")}
      actions={
        number !== undefined &&
        numbers.length > 1 && (
          <div className="w-64">
            <Choice
              label={t("number.which")}
              bare
              value={number.id}
              options={numbers.map((it) => it.id)}
              words={(id) => nameOf(numbers.find((it) => it.id === id))}
              onChange={(id) => {
                location.hash = hashOf("number", id);
              }}
            />
          </div>
        )
      }
    >
      {number === undefined ? (
        <p className="text-ink-3">{t("number.none")}</p>
      ) : (
        <Health key={number.id} number={number} />
      )}
    </PanelFrame>
  );
}

function nameOf(number: NumberJson | undefined): string {
  return number === undefined ? "" : `${number.displayPhoneNumber} · ${number.verifiedName}`;
}

function Health({ number }: { readonly number: NumberJson }) {
  const { value, again } = usePolled(() => call<StandingJson>("GET", "standing"), "standing");
  if (value === null) return null;
  const standing = value.numbers.find((it) => it.phoneNumberId === number.id);
  const portfolio = value.portfolios.find((it) => it.wabaIds.includes(number.wabaId));
  const account = value.wabas.find((it) => it.wabaId === number.wabaId);
  return (
    <>
      {standing && <QualityBlock number={number} standing={standing} again={again} />}
      <div className="grid gap-5 @3xl:grid-cols-2">
        {portfolio && <LimitBlock portfolio={portfolio} again={again} />}
        {standing && <SpeedBlock standing={standing} again={again} />}
      </div>
      <TemplateHealth templates={value.templates} />
      <FeedbackList phoneNumberId={number.id} />
      <div className="grid gap-5 @3xl:grid-cols-2">
        <NumberReviews number={number} />
        {account && <AccountMeasures account={account} again={again} />}
      </div>
    </>
  );
}
