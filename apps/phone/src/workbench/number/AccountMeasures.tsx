import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { WabaStandingJson } from "@galka/emulator/wire/control";
import { exactTime } from "../../text/time.ts";
import { Block } from "../parts/Block.tsx";
import { Choice } from "../parts/Choice.tsx";
import { Fact, Facts } from "../parts/Facts.tsx";
import { useAct } from "../parts/use-act.ts";

const VIOLATIONS = ["SCAM", "SPAM", "ADULT", "DRUGS", "GAMBLING", "ALCOHOL"] as const;

type Props = { readonly account: WabaStandingJson; readonly again: () => void };

/** What Meta has done to an account that broke its rules, and ways to break one. */
export function AccountMeasures({ account, again }: Props) {
  const { t, i18n } = useTranslation();
  const act = useAct(again);
  const [type, setType] = useState<(typeof VIOLATIONS)[number]>("SCAM");
  const { wabaId, violationCount, startsHeldUntil, repliesHeldUntil, locked } = account;
  const time = (iso: string) => exactTime(Date.parse(iso), i18n.language);
  return (
    <Block title={t("number.accountTitle")} note={t("number.accountLead")}>
      <div className="space-y-3">
        <Facts>
          <Fact name={t("number.violations")}>{violationCount}</Fact>
          <Fact name={t("number.held")}>
            {locked
              ? t("number.locked")
              : repliesHeldUntil !== null
                ? t("number.allHeld", { at: time(repliesHeldUntil) })
                : startsHeldUntil !== null
                  ? t("number.startsHeld", { at: time(startsHeldUntil) })
                  : t("number.nothingHeld")}
          </Fact>
          {account.closedCallingCodes.length > 0 && (
            <Fact name={t("number.closed")}>
              {account.closedCallingCodes.map((code) => `+${code}`).join(", ")}
            </Fact>
          )}
        </Facts>
        <form
          className="flex flex-wrap items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            act("POST", `wabas/${wabaId}/violations`, { type });
          }}
        >
          <Choice
            label={t("number.rule")}
            value={type}
            options={VIOLATIONS}
            words={(it) => t(`number.rules.${it}`)}
            onChange={setType}
          />
          <button type="submit" className="btn text-red">
            {t("number.violate")}
          </button>
          <button
            type="button"
            className="btn"
            disabled={violationCount === 0 && !locked}
            onClick={() => act("DELETE", `wabas/${wabaId}/violations`)}
          >
            {t("number.reinstate")}
          </button>
        </form>
      </div>
    </Block>
  );
}
