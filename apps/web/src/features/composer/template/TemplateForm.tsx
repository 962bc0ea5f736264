import type { Variable } from "@galka/core/templates/variables";
import type { ContactJson, ConversationJson } from "@galka/contract/json/conversation";
import { draftJson } from "@galka/contract/json/message";
import type { TemplateJson } from "@galka/contract/json/templates/template";
import { ArrowLeft, Clock } from "lucide-react";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { contactName } from "../../contact/contact-name.ts";
import { MarketingAgainst, useMarketingState } from "../../consent/MarketingAgainst.tsx";
import { SendPrice } from "../../prices/SendPrice.tsx";
import { TemplatePreview } from "../../templates/preview/TemplatePreview.tsx";
import type { Sending } from "../use-send.ts";
import { QuestionField } from "./QuestionField.tsx";
import {
  answerKey,
  coreValues,
  filledContent,
  questionsOf,
  type TemplateAnswers,
  valuesOf,
} from "./template-form.ts";

/** What is done with a template that is filled in. */
export type TemplateDeed = {
  readonly label: string;
  readonly busy?: boolean;
  /** The conversation that it is sent in: what it costs there stands beside the label. */
  readonly pricedIn?: Pick<ConversationJson, "id" | "lastInboundAt">;
  readonly run: (sending: Sending) => void;
};

type Props = {
  readonly template: TemplateJson;
  readonly contact: ContactJson;
  readonly deed: TemplateDeed;
  /** Beside it, to send it at a time instead. */
  readonly onLater?: (sending: Sending) => void;
  readonly onBack: () => void;
};

/** A template's variables beside the message that they make. */
export function TemplateForm({ template, contact, deed, onLater, onBack }: Props) {
  const { t } = useTranslation();
  const questions = questionsOf(template);
  const isMarketing = template.category === "marketing";
  const state = useMarketingState(contact.id, isMarketing ? template.channelId : null);
  const against = state?.against ? state : null;
  const [answers, setAnswers] = useState<TemplateAnswers>(() => ({
    texts: suggestions(questions, contactName(contact, "")),
    files: {},
  }));
  const filled = filledContent(template, answers);
  const values = valuesOf(template, answers);
  const draft = { kind: "template", templateId: template.id, values };
  const files = Object.values(answers.files);
  const sending = filled ? { draft: draftJson.parse(draft), content: filled, files } : null;

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (sending) deed.run(sending);
  }

  return (
    <form onSubmit={submit} className="grid gap-6 narrow:grid-cols-2">
      <div className="flex flex-col gap-4">
        <Button
          look="quiet"
          className="self-start"
          icon={<ArrowLeft size={16} aria-hidden="true" />}
          onClick={onBack}
        >
          {t("template.back")}
        </Button>
        {questions.length === 0 ? (
          <p className="text-ink-2">{t("template.nothingToFill")}</p>
        ) : null}
        {questions.map((question) => (
          <QuestionField
            key={answerKey(question)}
            template={template}
            question={question}
            answers={answers}
            onText={(key, text) =>
              setAnswers({ ...answers, texts: { ...answers.texts, [key]: text } })
            }
            onFile={(key, file) =>
              setAnswers((now) => ({ ...now, files: withFile(now, key, file) }))
            }
          />
        ))}
        {against ? <MarketingAgainst state={against} /> : null}
        <p className="text-list text-ink-2">{t("template.reopens")}</p>
        <div className="flex flex-wrap gap-2">
          <Button
            type="submit"
            look="primary"
            className="flex-1"
            disabled={!sending || against !== null}
            busy={deed.busy ?? false}
          >
            {deed.label}
            {deed.pricedIn ? (
              <SendPrice
                conversationId={deed.pricedIn.id}
                purpose={template.category}
                lastInboundAt={deed.pricedIn.lastInboundAt}
              />
            ) : null}
          </Button>
          {onLater ? (
            <Button
              icon={<Clock size={16} aria-hidden="true" />}
              disabled={!sending}
              onClick={() => sending && onLater(sending)}
            >
              {t("scheduled.later")}
            </Button>
          ) : null}
        </div>
      </div>
      <TemplatePreview template={template} values={coreValues(values, answers)} />
    </form>
  );
}

function withFile(
  { files }: TemplateAnswers,
  key: string,
  file: TemplateAnswers["files"][string] | null,
): TemplateAnswers["files"] {
  const { [key]: _, ...others } = files;
  return file === null ? others : { ...others, [key]: file };
}

/** A variable that asks for the name is filled with it; anything else is for the member to say. */
function suggestions(questions: readonly Variable[], name: string): TemplateAnswers["texts"] {
  const first = name.split(" ")[0] ?? "";
  return Object.fromEntries(
    questions
      .filter(
        ({ place, key }) => place === "body" && /^(first_?)?name$|^customer_?name$/i.test(key),
      )
      .map((question) => [answerKey(question), first]),
  );
}
