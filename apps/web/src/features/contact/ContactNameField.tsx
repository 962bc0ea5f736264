import type { ContactJson } from "@galka/contract/json/conversation";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../api/use-may.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { useUpdateContact } from "./use-update-contact.ts";

/** What the team calls a contact. Empty gives the name back that they chose themselves. */
export function ContactNameField({ contact }: { readonly contact: ContactJson }) {
  const { t } = useTranslation();
  const { update, busy, error } = useUpdateContact(contact.id);
  const mayChange = useMay()("contacts.edit");
  const [name, setName] = useState(contact.name ?? "");
  const changed = name.trim() !== (contact.name ?? "");

  if (!mayChange) return null;

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    void update({ name: name.trim() === "" ? null : name.trim() });
  }

  return (
    <form className="px-4 py-3" onSubmit={submit}>
      <Field label={t("contact.teamName")} error={error}>
        {(tied) => (
          <div className="flex gap-2">
            <input
              {...tied}
              className="field"
              maxLength={200}
              placeholder={contact.profileName ?? t("contact.unnamed")}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
            {changed ? (
              <Button type="submit" look="primary" busy={busy}>
                {t("action.save")}
              </Button>
            ) : null}
          </div>
        )}
      </Field>
    </form>
  );
}
