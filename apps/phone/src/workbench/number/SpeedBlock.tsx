import { useTranslation } from "react-i18next";
import type { NumberStandingJson } from "@galka/emulator/wire/control";
import { usePhones } from "../../state/store.ts";
import { exactTime } from "../../text/time.ts";
import { Switch } from "../../ui/Switch.tsx";
import { Block } from "../parts/Block.tsx";
import { Fact, Facts } from "../parts/Facts.tsx";
import { wholeNumber } from "../parts/figures.ts";
import { useAct } from "../parts/use-act.ts";

type Props = { readonly standing: NumberStandingJson; readonly again: () => void };

/** How fast a number sends, to everybody and to one person, and what holds it. */
export function SpeedBlock({ standing, again }: Props) {
  const { t, i18n } = useTranslation();
  const act = useAct(again);
  const settings = usePhones((phones) => phones.settings);
  const { phoneNumberId, throughputLevel, upgradeEndsAt, spamHoldUntil, reachedCount } = standing;
  const time = (iso: string) => exactTime(Date.parse(iso), i18n.language);
  return (
    <Block title={t("number.speedTitle")}>
      <div className="space-y-3">
        <Facts>
          <Fact name={t("number.throughput")}>
            {settings?.throughput === "unlimited"
              ? t("number.throughputOff")
              : t(`number.throughputs.${throughputLevel}`)}
          </Fact>
          {upgradeEndsAt !== null && (
            <Fact name={t("number.upgrading")}>{time(upgradeEndsAt)}</Fact>
          )}
          <Fact name={t("number.reachedNumber")}>{wholeNumber(reachedCount, i18n.language)}</Fact>
          <Fact name={t("number.spam")}>
            {spamHoldUntil === null
              ? t("number.noSpam")
              : t("number.spamUntil", { at: time(spamHoldUntil) })}
          </Fact>
        </Facts>
        {settings && (
          <div className="-mx-4">
            <Switch
              label={t("number.pair")}
              hint={
                settings.pairRate
                  ? t(`number.pairs.${settings.pairBorrowing}`)
                  : t("number.pairOff")
              }
              checked={settings.pairRate}
              onChange={(pairRate) => act("PATCH", "settings", { pairRate })}
            />
          </div>
        )}
        {throughputLevel === "STANDARD" && (
          <button
            type="button"
            className="btn"
            disabled={upgradeEndsAt !== null}
            onClick={() => act("POST", `numbers/${phoneNumberId}/upgrade`)}
          >
            {t("number.upgrade")}
          </button>
        )}
      </div>
    </Block>
  );
}
