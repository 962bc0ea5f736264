import type { ContactJson } from "@galka/contract/json/conversation";
import { languagesOf } from "@galka/core/contacts/language";
import { useTranslation } from "react-i18next";
import { useMay } from "../../api/use-may.ts";
import { useLanguageNames } from "./language-names.ts";
import { PanelSection } from "./PanelSection.tsx";
import { useUpdateContact } from "./use-update-contact.ts";

/** The language a contact is written to in: as somebody said, else their country's. */
export function LanguageSection({ contact }: { readonly contact: ContactJson }) {
  const { t } = useTranslation();
  const may = useMay();
  const { nameOf, options } = useLanguageNames(contact.language === null ? [] : [contact.language]);
  const { update, busy, error } = useUpdateContact(contact.id);
  const [guessed] = languagesOf({ ...contact, language: null });
  const byCountry = guessed
    ? t("contact.byCountry", { name: nameOf(guessed) })
    : t("peopleTable.noLanguage");

  return (
    <PanelSection title={t("peopleTable.field.language")}>
      {may("contacts.edit") ? (
        <select
          aria-label={t("peopleTable.field.language")}
          className="field"
          disabled={busy}
          value={contact.language ?? ""}
          onChange={(event) => void update({ language: event.target.value || null })}
        >
          <option value="">{byCountry}</option>
          {options.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      ) : (
        <p className="text-list text-ink-2">
          {contact.language === null ? byCountry : nameOf(contact.language)}
        </p>
      )}
      {error ? <p className="mt-1 text-list text-red">{error}</p> : null}
    </PanelSection>
  );
}
