import type { ContactJson } from "@galka/contract/json/conversation";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { dateOnly } from "../../i18n/dates.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { Avatar } from "../../ui/marks/Avatar.tsx";
import { SlaSection } from "../sla/SlaSection.tsx";
import { LabelsSection } from "../labels/LabelsSection.tsx";
import { ExportSection } from "./ExportSection.tsx";
import { BlockSection } from "./BlockSection.tsx";
import { contactName } from "./contact-name.ts";
import { ContactConversations } from "./ContactConversations.tsx";
import { ContactNameField } from "./ContactNameField.tsx";
import { FieldsEditor } from "./FieldsEditor.tsx";
import { PersonActions } from "./PersonActions.tsx";
import { LanguageSection } from "./LanguageSection.tsx";
import { ResponsibleSection } from "./ResponsibleSection.tsx";
import { Identities } from "./Identities.tsx";

const ConsentSection = lazy(() =>
  import("../consent/ConsentSection.tsx").then((module) => ({ default: module.ConsentSection })),
);

type Props = {
  readonly contact: ContactJson;
  /** The conversation that is open beside it, if one is. */
  readonly conversationId: string | null;
};

/** Who a contact is: names, ways to reach them, what the team noted, where they wrote. */
export function ContactPanel({ contact, conversationId }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const name = contactName(contact, t("contact.unnamed"));
  return (
    <div className="flex flex-col divide-y">
      <header className="flex flex-col items-center gap-1 px-4 py-5 text-center">
        <Avatar name={name} size={64} />
        <h2 className="mt-2 max-w-full text-title font-semibold wrap-anywhere">
          <bdi>{name}</bdi>
        </h2>
        {contact.profileName && contact.profileName !== name ? (
          <p className="text-list text-ink-2">
            {t("contact.callsThemselves", { name: contact.profileName })}
          </p>
        ) : null}
        <p className="text-meta text-ink-3">
          {t("contact.since", { date: dateOnly(locale, new Date(contact.createdAt)) })}
        </p>
      </header>
      {conversationId ? <SlaSection conversationId={conversationId} /> : null}
      <ContactNameField key={`name:${contact.id}`} contact={contact} />
      <Identities identities={contact.identities} />
      <Suspense>
        <ConsentSection contactId={contact.id} conversationId={conversationId} />
      </Suspense>
      <ResponsibleSection contact={contact} />
      <LanguageSection contact={contact} />
      <FieldsEditor key={`fields:${contact.id}`} contact={contact} />
      {conversationId ? <LabelsSection conversationId={conversationId} /> : null}
      <PersonActions key={`person:${contact.id}`} contact={contact} />
      <ContactConversations contact={contact} openId={conversationId} />
      {conversationId ? <ExportSection conversationId={conversationId} /> : null}
      {conversationId ? <BlockSection conversationId={conversationId} /> : null}
    </div>
  );
}
