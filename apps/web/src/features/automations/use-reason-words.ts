import { REFUSALS } from "@galka/contract/refusals";
import { useTranslation } from "react-i18next";

const REASONS = [
  "resting",
  "send-budget",
  "fire-budget",
  "storm",
  "answering-machine",
  "late",
  "window-closed",
  "window-open",
  "template-is-marketing",
] as const;

/** Says why a rule, or one of its actions, was held. What has no words of its own is shown as it was told. */
export function useReasonWords(): (because: string) => string {
  const { t } = useTranslation();
  return (because) => {
    const reason = REASONS.find((it) => it === because);
    if (reason) return t(`automations.reason.${reason}`);
    const refusal = REFUSALS.find((it) => it === because);
    return refusal ? t(`refusal.${refusal}`) : because;
  };
}
