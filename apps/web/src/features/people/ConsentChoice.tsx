import { CONSENT_PURPOSES, type ConsentPurpose } from "@galka/core/consent/consent";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { wordingsQuery } from "../consent/consent-query.ts";
import { Choices } from "../settings/Choices.tsx";
import type { ConsentWish } from "./consent-wish.ts";
import { ChannelField } from "../consent/ChannelField.tsx";
import { Checkbox } from "../../ui/controls/Checkbox.tsx";

type Props = {
  readonly columns: readonly string[];
  readonly wish: ConsentWish;
  readonly onChange: (wish: ConsentWish) => void;
};

/** What of a consent the cells of a column may say, and how. */
const SAID_BY_ROW = [
  {
    column: "purposeColumn",
    label: "people.consent.purposeOf",
    hint: "people.consent.purposeHint",
  },
  { column: "wordingColumn", label: "people.consent.wordsOf", hint: "people.consent.wordsHint" },
  {
    column: "channelColumn",
    label: "people.consent.channelOf",
    hint: "people.consent.channelHint",
  },
] as const;

/** Whether a table says what its people have agreed to: which words, for what, when, and by which of its columns. */
export function ConsentChoice({ columns, wish, onChange }: Props) {
  const { t } = useTranslation();
  const change = (part: Partial<ConsentWish>) => onChange({ ...wish, ...part });
  const named = columns.filter((name) => name !== "");
  return (
    <section aria-label={t("people.consent.title")} className="mt-3 border-t pt-3">
      <Checkbox
        label={t("people.consent.record")}
        checked={wish.isOn}
        onChange={(checked) => change({ isOn: checked })}
      />
      {wish.isOn ? (
        <div className="mt-2 flex flex-col gap-4">
          <Choices
            label={t("consent.what")}
            value={wish.decision}
            onChoose={(decision) => change({ decision })}
            options={[
              { value: "granted", name: t("people.consent.agreed") },
              { value: "withdrawn", name: t("people.consent.tookBack") },
            ]}
          />
          <PurposeChoice
            label={t(wish.purposeColumn === "" ? "consent.for" : "people.consent.forEmpty")}
            chosen={wish.purposes}
            onChange={(purposes) => change({ purposes })}
          />
          <WordingChoice wish={wish} onChange={change} />
          <div className="grid gap-3 narrow:grid-cols-2">
            {SAID_BY_ROW.map(({ column, label, hint }) => (
              <ColumnOr
                key={column}
                label={t(label)}
                all={t("people.consent.oneSource")}
                columns={named}
                value={wish[column]}
                onChange={(name) => change({ [column]: name })}
                hint={t(hint)}
              />
            ))}
          </div>
          <div className="grid gap-3 narrow:grid-cols-2">
            <ColumnOr
              label={t("people.consent.who")}
              all={t("people.consent.everybody")}
              columns={named}
              value={wish.agreedColumn}
              onChange={(agreedColumn) => change({ agreedColumn })}
            />
            <ColumnOr
              label={t("people.consent.when")}
              all={t("people.consent.oneDay")}
              columns={named}
              value={wish.dayColumn}
              onChange={(dayColumn) => change({ dayColumn })}
            >
              <input
                type="date"
                className="field"
                aria-label={t("people.consent.day")}
                value={wish.day}
                onChange={(event) => change({ day: event.target.value })}
              />
            </ColumnOr>
            <ColumnOr
              label={t("people.consent.where")}
              all={t("people.consent.oneSource")}
              columns={named}
              value={wish.sourceColumn}
              onChange={(sourceColumn) => change({ sourceColumn })}
            />
            <Field label={t("people.consent.source")} hint={t("people.consent.sourceHint")}>
              {(tied) => (
                <input
                  {...tied}
                  className="field"
                  maxLength={500}
                  value={wish.source}
                  onChange={(event) => change({ source: event.target.value })}
                />
              )}
            </Field>
          </div>
        </div>
      ) : null}
    </section>
  );
}

type PurposeProps = {
  readonly label: string;
  readonly chosen: readonly ConsentPurpose[];
  readonly onChange: (purposes: readonly ConsentPurpose[]) => void;
};

function PurposeChoice({ label, chosen, onChange }: PurposeProps) {
  const { t } = useTranslation();
  return (
    <fieldset>
      <legend className="text-list text-ink-2">{label}</legend>
      <div className="flex flex-wrap gap-x-4">
        {CONSENT_PURPOSES.map((purpose) => (
          <Checkbox
            key={purpose}
            label={t(`consent.purposeTitle.${purpose}`)}
            checked={chosen.includes(purpose)}
            onChange={(checked) =>
              onChange(
                CONSENT_PURPOSES.filter((it) => (it === purpose ? checked : chosen.includes(it))),
              )
            }
          />
        ))}
      </div>
    </fieldset>
  );
}

type WordingProps = {
  readonly wish: ConsentWish;
  readonly onChange: (part: Partial<ConsentWish>) => void;
};

function WordingChoice({ wish, onChange }: WordingProps) {
  const { t } = useTranslation();
  const { data } = useQuery(wordingsQuery(useApi()));
  const wordings = data?.items.filter((it) => it.retiredAt === null) ?? [];
  return (
    <div className="grid gap-3 narrow:grid-cols-2">
      <Field
        label={t(wish.wordingColumn === "" ? "people.consent.words" : "people.consent.wordsEmpty")}
      >
        {(tied) => (
          <select
            {...tied}
            className="field"
            value={wish.wordingId}
            onChange={(event) => onChange({ wordingId: event.target.value })}
          >
            <option value="">{t("people.consent.chooseWords")}</option>
            {wordings.map(({ id, name, language, version, text }) => (
              <option key={id} value={id}>
                {`${name} (${language}, ${version}): ${text.slice(0, 60)}`}
              </option>
            ))}
          </select>
        )}
      </Field>
      <ChannelField channelId={wish.channelId} onChange={(channelId) => onChange({ channelId })} />
      {data && wordings.length === 0 && wish.wordingColumn === "" ? (
        <Notice tone="soon">
          {t("people.consent.noWords")}{" "}
          <Link className="link" to="/settings/consent">
            {t("consent.settings.title")}
          </Link>
        </Notice>
      ) : null}
    </div>
  );
}

type ColumnOrProps = {
  readonly label: string;
  /** What it is when no column says it. */
  readonly all: string;
  readonly columns: readonly string[];
  readonly value: string;
  readonly onChange: (column: string) => void;
  /** What the cells of a column may say. */
  readonly hint?: string;
  /** Where the one word for all is written. */
  readonly children?: ReactNode;
};

function ColumnOr({ label, all, columns, value, onChange, hint, children }: ColumnOrProps) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-2">
      <Field label={label} {...(hint !== undefined && value !== "" && { hint })}>
        {(tied) => (
          <select
            {...tied}
            className="field"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          >
            <option value="">{all}</option>
            {columns.map((name) => (
              <option key={name} value={name}>
                {t("people.consent.column", { name })}
              </option>
            ))}
          </select>
        )}
      </Field>
      {value === "" ? children : null}
    </div>
  );
}
