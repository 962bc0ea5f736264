import type { ConsentSettingsJson } from "@galka/contract/json/consent/consent";
import { useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../api/me.ts";
import { useErrorWords } from "../../../api/use-error-words.ts";
import { dateOnly } from "../../../i18n/dates.ts";
import { useLocale } from "../../../i18n/use-locale.ts";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Modal } from "../../../ui/Modal.tsx";
import { Choices } from "../../settings/Choices.tsx";
import { Section } from "../../settings/Section.tsx";
import { consentSettingsQuery } from "../consent-query.ts";
import { timeOfMinute } from "./minute-of-time.ts";

type Country = ConsentSettingsJson["countries"][number];
type Draft = Pick<Country, "country" | "marketing">;

/** Countries with a rule of their own; the owner may say otherwise, with the reason. */
export function CountriesSection({ countries }: { readonly countries: readonly Country[] }) {
  const { t } = useTranslation();
  const isOwner = useMe().member.role === "owner";
  const [draft, setDraft] = useState<Draft | null>(null);
  const names = new Intl.DisplayNames(useLocale(), { type: "region" });
  return (
    <Section
      title={t("consent.settings.countries")}
      lead={t("consent.settings.countriesLead")}
      action={
        isOwner ? (
          <Button onClick={() => setDraft({ country: "", marketing: "off" })}>
            {t("consent.settings.addCountry")}
          </Button>
        ) : null
      }
    >
      <ul className="flex flex-col divide-y">
        {countries.map((it) => (
          <li key={it.country} className="flex flex-wrap items-start gap-2 py-3">
            <div className="min-w-50 flex-1">
              <p className="font-medium">
                {names.of(it.country)} ({it.country}): {t(`consent.settings.${it.marketing}`)}
              </p>
              <CountryFacts country={it} />
            </div>
            {isOwner ? (
              <Button onClick={() => setDraft(it)}>{t("consent.settings.change")}</Button>
            ) : null}
          </li>
        ))}
      </ul>
      {draft ? <CountryForm given={draft} onClose={() => setDraft(null)} /> : null}
    </Section>
  );
}

function CountryFacts({ country }: { readonly country: Country }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { because, quietHours, changedAt, reason } = country;
  const facts = [
    because === null ? null : t(`consent.settings.because.${because}`),
    quietHours === null
      ? null
      : t("consent.settings.countryHours", {
          from: timeOfMinute(quietHours.fromMinute),
          to: timeOfMinute(quietHours.toMinute),
        }),
    changedAt === null
      ? null
      : t("consent.settings.changed", { date: dateOnly(locale, new Date(changedAt)), reason }),
  ].filter((it) => it !== null);
  return <p className="text-list text-ink-2">{facts.join(" · ")}</p>;
}

function CountryForm({ given, onClose }: { readonly given: Draft; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const api = useApi();
  const queryClient = useQueryClient();
  const errorWords = useErrorWords();
  const [country, setCountry] = useState(given.country);
  const [marketing, setMarketing] = useState(given.marketing);
  const [reason, setReason] = useState("");
  const [error, setError] = useState<string | null>(null);

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    try {
      const body = { country: country.toUpperCase(), marketing, reason };
      const saved = await api("setConsentCountry", { body });
      queryClient.setQueryData(consentSettingsQuery(api).queryKey, saved);
      onClose();
    } catch (problem) {
      setError(errorWords(problem));
    }
  }

  return (
    <Modal open onClose={onClose} title={t("consent.settings.countries")}>
      <form className="flex flex-col gap-4" onSubmit={(event) => void save(event)}>
        <Field label={t("consent.settings.country")}>
          {(tied) => (
            <input
              {...tied}
              className="field"
              required
              pattern="[A-Za-z]{2}"
              readOnly={given.country !== ""}
              value={country}
              onChange={(event) => setCountry(event.target.value)}
            />
          )}
        </Field>
        <Choices
          label={t("consent.purposeTitle.marketing")}
          value={marketing}
          onChoose={setMarketing}
          options={[
            { value: "off", name: t("consent.settings.off") },
            { value: "allowed", name: t("consent.settings.allowed") },
          ]}
        />
        <Field label={t("consent.settings.reason")} error={error}>
          {(tied) => (
            <textarea
              {...tied}
              className="field"
              rows={2}
              required
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          <Button type="submit" look="primary">
            {t("action.save")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
