import type { CampaignMessageJson } from "@galka/contract/json/campaigns/plan";
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { MOST_MESSAGES } from "@galka/core/campaigns/plan";
import { Button } from "../../../../ui/Button.tsx";
import { classNames } from "../../../../ui/class-names.ts";
import { Section } from "../../../settings/Section.tsx";
import { USUAL_WAVE } from "../../empty-draft.ts";
import { letterAt } from "../../letter-at.ts";
import type { EditedCampaign } from "../use-campaign-draft.ts";
import { MessageFields } from "./MessageFields.tsx";
import { TestFields } from "./TestFields.tsx";

type Props = {
  readonly edited: EditedCampaign;
  readonly variant: number;
  readonly onVariant: (variant: number) => void;
};

/** The template, what each of its variables says, and templates that compete with it. */
export function WhatStep({ edited, variant, onVariant }: Props) {
  const { t } = useTranslation();
  const { draft, plan } = edited;
  const { messages, test, firstWave } = draft.plan;
  const rivals = messages.length > 1;

  function put(at: number, message: CampaignMessageJson | null): void {
    const after = messages.toSpliced(at, 1, ...(message ? [message] : []));
    const competes = after.length > 1;
    plan({
      messages: after,
      test: competes ? (test ?? { by: "read", otherwise: "first" }) : null,
      firstWave: competes ? (firstWave ?? { ...USUAL_WAVE, percent: 20 }) : firstWave,
    });
    onVariant(message ? at : 0);
  }

  return (
    <div className="flex flex-col gap-4">
      <Section title={t("campaigns.what.title")} lead={t("campaigns.what.lead")}>
        {rivals ? (
          <fieldset className="mb-4 flex flex-wrap gap-1" aria-label={t("campaigns.what.rivals")}>
            {messages.map((message, at) => (
              <button
                // oxlint-disable-next-line react/no-array-index-key -- rivals are known by their letter
                key={at}
                type="button"
                aria-pressed={at === variant}
                className={classNames(
                  "control min-w-10 px-3 font-medium",
                  at === variant ? "bg-selected text-blue-ink" : "bg-surface-3 text-ink-2",
                )}
                onClick={() => onVariant(at)}
              >
                {t(`campaigns.letter.${letterAt(at)}`)}
                <span className="sr-only">{message.templateId}</span>
              </button>
            ))}
          </fieldset>
        ) : null}
        <MessageFields
          key={variant}
          edited={edited}
          message={messages[variant] ?? null}
          onChange={(message) => put(variant, message)}
          canRemove={rivals}
        />
      </Section>
      {messages.length > 0 ? (
        <Section title={t("campaigns.what.rivals")} lead={t("campaigns.what.rivalsLead")}>
          {rivals ? <TestFields edited={edited} /> : null}
          {messages.length < MOST_MESSAGES ? (
            <Button
              icon={<Plus size={16} aria-hidden="true" />}
              onClick={() => {
                const [first] = messages;
                if (first) put(messages.length, structuredClone(first));
              }}
            >
              {t("campaigns.what.addRival")}
            </Button>
          ) : null}
        </Section>
      ) : null}
    </div>
  );
}
