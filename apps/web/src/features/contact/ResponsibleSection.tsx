import type { ContactJson } from "@galka/contract/json/conversation";
import { useTranslation } from "react-i18next";
import { useMay } from "../../api/use-may.ts";
import { useWorkspace } from "../../sync/SyncProvider.tsx";
import { useAssignees } from "../work/use-assignees.ts";
import { PanelSection } from "./PanelSection.tsx";
import { useUpdateContact } from "./use-update-contact.ts";

/** Which member looks after a contact: conversations can be given to them first. */
export function ResponsibleSection({ contact }: { readonly contact: ContactJson }) {
  const { t } = useTranslation();
  const may = useMay();
  const members = useWorkspace((state) => state.members);
  const { update, busy, error } = useUpdateContact(contact.id);
  const current = contact.responsibleId === null ? null : members?.get(contact.responsibleId);
  const choices = useAssignees();

  return (
    <PanelSection title={t("peopleTable.responsible")}>
      {may("contacts.edit") ? (
        <select
          aria-label={t("peopleTable.responsible")}
          className="field"
          disabled={busy}
          value={contact.responsibleId ?? ""}
          onChange={(event) => void update({ responsibleId: event.target.value || null })}
        >
          <option value="">{t("filters.nobody")}</option>
          {contact.responsibleId && !choices.some(({ id }) => id === contact.responsibleId) ? (
            <option value={contact.responsibleId}>
              {current?.name ?? t("peopleTable.formerMember")}
            </option>
          ) : null}
          {choices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      ) : (
        <p className="text-list text-ink-2">{current?.name ?? t("filters.nobody")}</p>
      )}
      {error ? <p className="mt-1 text-list text-red">{error}</p> : null}
    </PanelSection>
  );
}
