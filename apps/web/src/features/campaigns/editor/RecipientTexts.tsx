import type { CampaignDraftJson } from "@galka/contract/json/campaigns/plan";
import type { RecipientTextJson } from "@galka/contract/json/campaigns/recipient";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../../api/use-error-words.ts";
import { IconButton } from "../../../ui/IconButton.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Select } from "../../../ui/controls/Select.tsx";
import { phoneText, usePhoneFormat } from "../../contact/phone-format.ts";
import { FinalText } from "../FinalText.tsx";
import { useFigures } from "../use-figures.ts";
import { usePeopleTexts } from "./use-people-texts.ts";
import { letterAt } from "../letter-at.ts";

type Props = {
  readonly draft: CampaignDraftJson;
  readonly variant: number;
  readonly onVariant: (variant: number) => void;
};

/** The message as people of the audience get it, one after the other; first those for whom something is missing. */
export function RecipientTexts({ draft, variant, onVariant }: Props) {
  const { t } = useTranslation();
  const { count } = useFigures();
  const words = useErrorWords();
  const query = usePeopleTexts(draft, variant);
  const [at, setAt] = useState(0);
  const { messages } = draft.plan;
  const items = query.data?.items ?? [];
  const shown = items[Math.min(at, items.length - 1)];
  return (
    <section
      aria-label={t("campaigns.texts.title")}
      className="flex flex-col gap-3 rounded-bubble border bg-surface p-4 wide:sticky wide:top-4"
    >
      <h2 className="text-[15px]/[20px] font-semibold">{t("campaigns.texts.title")}</h2>
      {messages.length > 1 ? (
        <Select
          label={t("campaigns.what.rivals")}
          options={messages.map((_, it) => ({
            value: String(it),
            name: t(`campaigns.letter.${letterAt(it)}`),
          }))}
          value={String(variant)}
          onChange={(chosen) => onVariant(Number(chosen))}
        />
      ) : null}
      {messages.length === 0 ? (
        <p className="text-ink-2">{t("campaigns.texts.noMessage")}</p>
      ) : null}
      {query.isError ? <Notice tone="bad">{words(query.error)}</Notice> : null}
      {query.data && items.length === 0 ? (
        <p className="text-ink-2">{t("campaigns.texts.nobody")}</p>
      ) : null}
      {query.data && query.data.incomplete > 0 ? (
        <Notice tone="soon">
          {t("campaigns.texts.incomplete", {
            count: query.data.incomplete,
            text: count(query.data.incomplete),
            looked: count(query.data.looked),
          })}
        </Notice>
      ) : null}
      {shown ? (
        <>
          <div className="flex items-center gap-1">
            <IconButton
              label={t("campaigns.texts.before")}
              disabled={at <= 0}
              onClick={() => setAt(Math.min(at, items.length - 1) - 1)}
            >
              <ChevronLeft size={18} aria-hidden="true" />
            </IconButton>
            <Person text={shown} />
            <IconButton
              label={t("campaigns.texts.next")}
              disabled={at >= items.length - 1}
              onClick={() => setAt(at + 1)}
            >
              <ChevronRight size={18} aria-hidden="true" />
            </IconButton>
          </div>
          <FinalText channelId={draft.channelId} text={shown} />
        </>
      ) : null}
    </section>
  );
}

function Person({ text: { name, phone, missing } }: { readonly text: RecipientTextJson }) {
  const { t } = useTranslation();
  usePhoneFormat();
  const number = phone === null ? null : phoneText(phone);
  const keys = missing.map(({ place, key }) => (key === "" ? place : key)).join(", ");
  return (
    <output className="min-w-0 flex-1 text-center text-list">
      <bdi className="block truncate font-medium">{name ?? number ?? ""}</bdi>
      {missing.length > 0 ? (
        <span className="text-amber">{t("campaigns.texts.missing", { keys })}</span>
      ) : (
        <span className="text-ink-2">{name === null ? null : number}</span>
      )}
    </output>
  );
}
