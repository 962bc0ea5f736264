import type { ContactJson } from "@galka/contract/json/conversation";
import { RICH_LIMITS, type RichDraft } from "@galka/core/messages/rich-draft";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "../../../ui/Field.tsx";
import { contactAddress, contactName } from "../../contact/contact-name.ts";
import { CardPicker } from "./CardPicker.tsx";
import { CountedField } from "./CountedField.tsx";
import { RichFrame, type RichPlace } from "./RichFrame.tsx";
import { useFlaws } from "./use-flaws.ts";

/** Somebody to pass on: one of the contacts, or typed. */
export function CardForm({ place }: { readonly place: RichPlace }) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const [phone, setPhone] = useState("");
  const [email, setEmail] = useState("");
  const [organization, setOrganization] = useState("");
  const draft: RichDraft = {
    kind: "contacts",
    cards: [
      {
        name: name.trim(),
        ...(organization.trim() === "" ? {} : { organization: organization.trim() }),
        phones: phone.trim() === "" ? [] : [{ number: phone.trim() }],
        emails: email.trim() === "" ? [] : [{ address: email.trim() }],
      },
    ],
  };
  const flaws = useFlaws(draft);

  function take(contact: ContactJson): void {
    const hasPhone = contact.identities.some(({ kind }) => kind === "phone");
    setName(contactName(contact, ""));
    setPhone(hasPhone ? (contactAddress(contact) ?? "") : "");
    setEmail("");
    setOrganization("");
  }

  return (
    <RichFrame place={place} draft={draft} flaws={flaws}>
      <CardPicker onPick={take} />
      <CountedField
        label={t("rich.card.name")}
        value={name}
        most={RICH_LIMITS.name}
        error={flaws.at("cards.0.name")}
        onChange={setName}
      />
      <Field
        label={t("rich.card.phone")}
        error={flaws.at("cards.0.phones") ?? flaws.at("cards.0.phones.0")}
      >
        {(tied) => (
          <input
            {...tied}
            className="field"
            type="tel"
            value={phone}
            onChange={(event) => setPhone(event.target.value)}
          />
        )}
      </Field>
      <Field label={t("rich.card.email")} error={flaws.at("cards.0.emails.0")}>
        {(tied) => (
          <input
            {...tied}
            className="field"
            inputMode="email"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <CountedField
        label={t("rich.card.organization")}
        value={organization}
        most={RICH_LIMITS.name}
        error={flaws.at("cards.0.organization")}
        onChange={setOrganization}
      />
    </RichFrame>
  );
}
