import type { CallAnswer } from "@galka/contract/client";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SettingsSheet } from "../settings/SettingsSheet.tsx";
import { AccessStep } from "./connect/AccessStep.tsx";
import { type ConnectValues, NO_VALUES } from "./connect/connect-values.ts";
import { NumberStep } from "./connect/NumberStep.tsx";
import { SecretStep } from "./connect/SecretStep.tsx";
import { Steps } from "./connect/Steps.tsx";
import { DoctorSection } from "./doctor/DoctorSection.tsx";

export type FoundNumber = CallAnswer<"probeNumbers">["numbers"][number];

const STEPS = ["access", "number", "secret", "doctor"] as const;
type Step = (typeof STEPS)[number];

/** Connects a real number, step by step, and ends with the doctor. Nothing is stored before the third step. */
export function ConnectPage() {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step>("access");
  const [values, setValues] = useState<ConnectValues>(NO_VALUES);
  const [numbers, setNumbers] = useState<readonly FoundNumber[]>([]);
  const [channelId, setChannelId] = useState<string | null>(null);
  const change = (some: Partial<ConnectValues>) => setValues((before) => ({ ...before, ...some }));

  return (
    <SettingsSheet
      title={t("channels.connect")}
      lead={
        <>
          {t("connect.lead")}{" "}
          <Link to="/which-whatsapp" className="link inline-flex min-h-6 items-center">
            {t("which.title")}
          </Link>
        </>
      }
    >
      <Steps names={STEPS.map((name) => t(`connect.step.${name}`))} current={STEPS.indexOf(step)} />
      {step === "access" ? (
        <AccessStep
          values={values}
          onChange={change}
          onFound={(found) => {
            setNumbers(found);
            setStep("number");
          }}
        />
      ) : null}
      {step === "number" ? (
        <NumberStep
          numbers={numbers}
          onBack={() => setStep("access")}
          onChoose={(number) => {
            change({ phoneNumberId: number.phoneNumberId, name: number.verifiedName });
            setStep("secret");
          }}
        />
      ) : null}
      {step === "secret" ? (
        <SecretStep
          values={values}
          onChange={change}
          onBack={() => setStep("number")}
          onConnected={(id) => {
            setChannelId(id);
            setStep("doctor");
          }}
        />
      ) : null}
      {step === "doctor" && channelId ? <DoctorSection channelId={channelId} /> : null}
    </SettingsSheet>
  );
}
