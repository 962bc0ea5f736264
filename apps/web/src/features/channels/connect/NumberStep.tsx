import { ArrowLeft } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { Section } from "../../settings/Section.tsx";
import type { FoundNumber } from "../ConnectPage.tsx";

type Props = {
  readonly numbers: readonly FoundNumber[];
  readonly onBack: () => void;
  readonly onChoose: (number: FoundNumber) => void;
};

/** The numbers of the account: one of them is chosen. */
export function NumberStep({ numbers, onBack, onChoose }: Props) {
  const { t } = useTranslation();
  return (
    <Section
      title={t("connect.step.number")}
      lead={t("connect.numberLead", { count: numbers.length })}
      action={
        <Button look="quiet" icon={<ArrowLeft size={16} aria-hidden="true" />} onClick={onBack}>
          {t("action.back")}
        </Button>
      }
    >
      <ul className="flex flex-col gap-2">
        {numbers.map((number) => (
          <li
            key={number.phoneNumberId}
            className="flex flex-wrap items-center gap-3 rounded-control border p-3"
          >
            <span className="min-w-50 flex-1">
              <span className="block font-medium">{number.displayPhone}</span>
              <span className="block text-list text-ink-2">
                {number.verifiedName} · <span className="font-mono">{number.phoneNumberId}</span>
              </span>
            </span>
            {number.connectedHere ? (
              <span className="text-list text-ink-2">{t("connect.alreadyHere")}</span>
            ) : (
              <Button look="primary" onClick={() => onChoose(number)}>
                {t("connect.choose")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
