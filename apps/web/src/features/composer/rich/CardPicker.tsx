import type { ContactJson } from "@galka/contract/json/conversation";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../../api/use-may.ts";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Avatar } from "../../../ui/marks/Avatar.tsx";
import { contactAddress, contactName } from "../../contact/contact-name.ts";
import { usePhoneFormat } from "../../contact/phone-format.ts";

const SHOWN = 5;

/** Finds one of the contacts, whose card the fields are then filled with. */
export function CardPicker({ onPick }: { readonly onPick: (contact: ContactJson) => void }) {
  const { t } = useTranslation();
  const api = useApi();
  usePhoneFormat();
  const enabled = useMay()("contacts.read");
  const [written, setWritten] = useState("");
  const q = useDeferredValue(written.trim());
  const { data } = useQuery({
    queryKey: ["contacts", "card", q],
    queryFn: () => api("listContacts", { query: { q, limit: SHOWN } }),
    enabled: enabled && q !== "",
    placeholderData: keepPreviousData,
  });
  const found = q === "" ? [] : (data?.items ?? []);
  if (!enabled) return null;
  return (
    <div className="flex flex-col gap-1">
      <Field label={t("rich.card.find")}>
        {(tied) => (
          <input
            {...tied}
            className="field"
            type="search"
            autoComplete="off"
            value={written}
            onChange={(event) => setWritten(event.target.value)}
          />
        )}
      </Field>
      {found.length > 0 ? (
        <ul aria-label={t("rich.card.found")} className="rounded-control border p-1">
          {found.map((contact) => (
            <li key={contact.id}>
              <button
                type="button"
                className="flex min-h-10 w-full items-center gap-2 rounded-md px-2 text-left hover:bg-surface-3 pointer-coarse:min-h-11"
                onClick={() => {
                  setWritten("");
                  onPick(contact);
                }}
              >
                <Avatar name={contactName(contact, t("contact.unnamed"))} size={24} />
                <span className="min-w-0 flex-1 truncate">
                  <bdi>{contactName(contact, t("contact.unnamed"))}</bdi>
                </span>
                <span className="shrink-0 text-list text-ink-2">{contactAddress(contact)}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
