import type {
  ConsentRecordJson,
  ConsentSettingsJson,
  ConsentWordingJson,
  ContactConsentJson,
  MarketingStateJson,
} from "@galka/contract/json/consent/consent";
import { COUNTRY_RULES, countryRule } from "@galka/core/consent/country-rules";
import type { ConsentSettings } from "@galka/core/consent/settings";
import { STOP_ANSWERS } from "@galka/core/consent/words/stop-confirmation";
import { STOP_WORDS } from "@galka/core/consent/words/stop-words";
import type { ConsentView } from "@galka/postgres/stores/consent/ledger";
import type { ConsentWording } from "@galka/postgres/stores/consent/wordings";
import type { MarketingRefused } from "../../operations/consent/guard-marketing.ts";
import type { ContactConsent } from "../../operations/consent/read-consent.ts";

export function presentContactConsent(consent: ContactConsent): ContactConsentJson {
  return {
    contactId: consent.contactId,
    country: consent.country,
    zones: [...consent.zones],
    states: consent.states.map(({ purpose, channelId, verdict }) => ({
      purpose,
      channelId,
      valid: verdict.valid,
      missing: verdict.valid ? null : verdict.missing,
      recordId: verdict.recordId,
    })),
    marketing: consent.marketing.map(({ channelId, verdict }) =>
      presentMarketing(channelId, verdict),
    ),
    records: consent.records.map(presentConsentRecord),
    questions: consent.questions.map((it) => ({
      id: it.id,
      purpose: it.purpose,
      channelId: it.channelId,
      messageId: it.messageId,
      askedAt: it.askedAt.toISOString(),
      answeredAt: it.answeredAt?.toISOString() ?? null,
      answer: it.answer,
    })),
  };
}

function presentMarketing(
  channelId: string,
  verdict: { readonly consentId: string } | MarketingRefused,
): MarketingStateJson {
  const against = "refused" in verdict ? verdict : null;
  const nothing = { missing: null, country: null, because: null, most: null, days: null };
  if (against === null) return { channelId, against: null, ...nothing, until: null };
  const { refused, ...facts } = against;
  const until = "until" in facts && facts.until ? facts.until.toISOString() : null;
  return {
    channelId,
    against: refused,
    missing: "missing" in facts ? facts.missing : null,
    country: "country" in facts ? facts.country : null,
    because: "because" in facts ? facts.because : null,
    most: "most" in facts ? facts.most : null,
    days: "days" in facts ? facts.days : null,
    until,
  };
}

export function presentConsentRecord(record: ConsentView): ConsentRecordJson {
  const { contactId: _, source: __, evidence, ...rest } = record;
  return {
    ...rest,
    evidence: { ...evidence },
    at: record.at.toISOString(),
    recordedAt: record.recordedAt.toISOString(),
    expiresAt: record.expiresAt?.toISOString() ?? null,
  };
}

export function presentWording(wording: ConsentWording): ConsentWordingJson {
  const { id, name, language, version, text } = wording;
  return {
    id,
    name,
    language,
    version,
    text,
    createdAt: wording.createdAt.toISOString(),
    retiredAt: wording.retiredAt?.toISOString() ?? null,
  };
}

export function presentConsentSettings(settings: ConsentSettings): ConsentSettingsJson {
  const {
    countries: choices,
    stopWords,
    startWords,
    caps,
    quietHours,
    stopConfirmation,
  } = settings;
  const countries = [...new Set([...Object.keys(COUNTRY_RULES), ...Object.keys(choices)])].sort();
  return {
    stopWords: [...stopWords],
    startWords: [...startWords],
    caps: caps.map((cap) => ({ ...cap })),
    quietHours,
    stopConfirmation: { isOn: stopConfirmation.isOn, texts: { ...stopConfirmation.texts } },
    usualAnswers: { ...STOP_ANSWERS },
    countries: countries.map((country) => ({
      country,
      ...countryRule(country, choices),
      usual: countryRule(country, {}).marketing,
      reason: choices[country]?.reason ?? null,
      changedAt: choices[country]?.at ?? null,
    })),
    knownWords: STOP_WORDS.map(({ language, stop, stopAfterMarketing, start }) => ({
      language,
      stop: [...stop],
      stopAfterMarketing: [...stopAfterMarketing],
      start: [...start],
    })),
  };
}
