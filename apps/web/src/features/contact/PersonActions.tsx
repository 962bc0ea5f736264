import type { ContactJson } from "@galka/contract/json/conversation";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/me.ts";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Modal } from "../../ui/Modal.tsx";
import { toasts } from "../../ui/toasts.ts";
import { contactAddress, contactName } from "./contact-name.ts";
import { PanelSection } from "./PanelSection.tsx";

type Props = { readonly contact: ContactJson };

/** For those who may: who may be the same person, merges to undo, the person's data, erasing them. */
export function PersonActions({ contact }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const params = { id: contact.id };
  // The server decides; whoever may not is not asked for what would be refused.
  const enabled = useMe().permissions.includes("contacts.erase");
  const duplicates = useQuery({
    queryKey: ["duplicates", contact.id],
    queryFn: () => api("listDuplicates", { params }),
    enabled,
  });
  const merges = useQuery({
    queryKey: ["merges", contact.id],
    queryFn: () => api("listMerges", { params }),
    enabled,
  });
  const act = useAct();
  const [erasing, setErasing] = useState(false);
  if (!duplicates.isSuccess || !merges.isSuccess) return null;
  return (
    <PanelSection title={t("people.title")}>
      <ul className="flex flex-col gap-2">
        {duplicates.data.items.map(({ contact: other, because }) => (
          <li key={other.id} className="flex items-center gap-2">
            <span className="min-w-0 flex-1 text-list">
              <span className="block truncate">
                <bdi>{contactName(other, t("contact.unnamed"))}</bdi>
              </span>
              <span className="block truncate text-ink-2">
                {contactAddress(other)} · {t(`people.because.${because}`)}
              </span>
            </span>
            <Button
              onClick={() =>
                void act(() => api("mergeContacts", { params, body: { loserId: other.id } }))
              }
            >
              {t("people.merge")}
            </Button>
          </li>
        ))}
        {merges.data.items.map((merge) => (
          <li key={merge.id} className="flex items-center gap-2">
            <span className="min-w-0 flex-1 text-list">
              {t("people.merged", { name: merge.loserName ?? t("contact.unnamed") })}
            </span>
            <Button onClick={() => void act(() => api("undoMerge", { params: { id: merge.id } }))}>
              {t("action.undo")}
            </Button>
          </li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap gap-2">
        <a
          className="control inline-flex items-center border border-edge px-3 font-medium hover:bg-surface-3"
          href={`/api/v1/contacts/${contact.id}/export.zip`}
          download
        >
          {t("people.export")}
        </a>
        <Button look="danger" onClick={() => setErasing(true)}>
          {t("people.erase")}
        </Button>
      </div>
      <EraseDialog contact={contact} open={erasing} onClose={() => setErasing(false)} />
    </PanelSection>
  );
}

function EraseDialog({
  contact,
  open,
  onClose,
}: Props & { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const api = useApi();
  const navigate = useNavigate();
  const words = useErrorWords();
  const [busy, setBusy] = useState(false);

  async function erase(): Promise<void> {
    setBusy(true);
    try {
      await api("eraseContact", { params: { id: contact.id }, body: { confirmed: true } });
      onClose();
      toasts.add({ title: t("people.erased") });
      await navigate({ to: "/contacts" });
    } catch (error) {
      toasts.add({ title: words(error) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Modal open={open} onClose={onClose} title={t("people.eraseTitle")} width="small">
      <p className="text-ink-2">
        {t("people.eraseText", { name: contactName(contact, t("contact.unnamed")) })}
      </p>
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{t("action.cancel")}</Button>
        <Button look="danger" busy={busy} onClick={() => void erase()}>
          {t("people.eraseNow")}
        </Button>
      </div>
    </Modal>
  );
}

/** Does something and says why it could not be done; what it changes comes back as events and fresh lists. */
function useAct() {
  const queryClient = useQueryClient();
  const words = useErrorWords();
  return async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work();
      await Promise.all(
        ["duplicates", "merges", "contact", "contacts"].map((key) =>
          queryClient.invalidateQueries({ queryKey: [key] }),
        ),
      );
      return true;
    } catch (error) {
      toasts.add({ title: words(error) });
      return false;
    }
  };
}
