import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { NumberJson } from "@galka/emulator/wire/control";
import type { NameRejection, NumberDeskJson } from "@galka/emulator/wire/number-desk";
import { call } from "../../api/emulator.ts";
import { usePolled } from "../../api/use-polled.ts";
import { Block } from "../parts/Block.tsx";
import { Choice } from "../parts/Choice.tsx";
import { Fact, Facts } from "../parts/Facts.tsx";
import { type Act, useAct } from "../parts/use-act.ts";

const REASONS = [
  "UNKNOWN",
  "NAME_FORMAT_UNACCEPTABLE",
  "NAME_NOT_CONSISTENT",
  "NAME_EMPLOYEE_ISSUE",
  "NAME_INDIVIDUAL_ISSUE",
  "NAME_ENDCLIENT_NOTRELATED",
] as const satisfies readonly NameRejection[];

/** What a reviewer decides about a number, and what its owner was sent. */
export function NumberReviews({ number }: { readonly number: NumberJson }) {
  const { t } = useTranslation();
  const { value, again } = usePolled(
    () => call<NumberDeskJson>("GET", `numbers/${number.id}/desk`),
    number.id,
  );
  const act = useAct(again);
  if (value === null) return null;
  const { id, nameUnderReview, badge, username, line, verificationCode } = value;
  return (
    <Block title={t("number.reviewTitle")}>
      <div className="space-y-3">
        <Facts>
          <Fact name={t("number.name")}>{value.verifiedName}</Fact>
          <Fact name={t("number.badge")}>{t(`number.badges.${badge}`)}</Fact>
          {username !== null && (
            <Fact name={t("number.username")}>
              @{username.name}, {t(`number.usernames.${username.status}`)}
            </Fact>
          )}
          {verificationCode !== null && (
            <Fact name={t("number.code")}>
              <span className="font-mono">{verificationCode}</span>
              {value.codeMethod !== null && `, ${t(`number.codeBy.${value.codeMethod}`)}`}
            </Fact>
          )}
        </Facts>
        <Choice
          label={t("number.line")}
          value={line}
          options={["mobile", "landline"]}
          words={(it) => t(`number.lines.${it}`)}
          onChange={(it) => act("PATCH", `numbers/${id}/line`, { line: it })}
        />
        {nameUnderReview !== null && <NameVerdict id={id} name={nameUnderReview} act={act} />}
        {badge === "PENDING" && (
          <div className="flex flex-wrap gap-2">
            {(["approve", "reject"] as const).map((decision) => (
              <button
                key={decision}
                type="button"
                className="btn"
                onClick={() => act("POST", `numbers/${id}/badge-decision`, { decision })}
              >
                {t(`number.badgeDecide.${decision}`)}
              </button>
            ))}
          </div>
        )}
      </div>
    </Block>
  );
}

type VerdictProps = { readonly id: string; readonly name: string; readonly act: Act };

function NameVerdict({ id, name, act }: VerdictProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<NameRejection>("UNKNOWN");
  const decide = (decision: object) => act("POST", `numbers/${id}/name-decision`, decision);
  return (
    <div className="space-y-2">
      <p>{t("number.nameWaits", { name })}</p>
      <Choice
        label={t("number.nameReason")}
        value={reason}
        options={REASONS}
        words={(it) => t(`number.nameReasons.${it}`)}
        onChange={setReason}
      />
      <div className="flex flex-wrap gap-2">
        <button
          type="button"
          className="btn btn-primary"
          onClick={() => decide({ decision: "approve" })}
        >
          {t("templates.decide.approve")}
        </button>
        <button
          type="button"
          className="btn text-red"
          onClick={() => decide({ decision: "reject", reason })}
        >
          {t("templates.decide.reject")}
        </button>
        <button type="button" className="btn" onClick={() => decide({ decision: "defer" })}>
          {t("number.defer")}
        </button>
      </div>
    </div>
  );
}
