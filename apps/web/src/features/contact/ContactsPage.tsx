import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { ArrowLeft, Users } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { NARROW, useMedia } from "../../ui/use-media.ts";
import { ContactList } from "./ContactList.tsx";
import { ContactPanel } from "./ContactPanel.tsx";

/** Everybody who ever wrote or was written to, with one of them beside the list. */
export function ContactsPage() {
  const { t } = useTranslation();
  const { contactId = null } = useParams({ strict: false });
  const narrow = useMedia(NARROW);
  return (
    <div className="flex h-full min-h-0">
      {narrow && contactId ? null : (
        <div className="h-full w-full shrink-0 narrow:w-85 narrow:border-r">
          <ContactList selectedId={contactId} />
        </div>
      )}
      {contactId ? (
        <OneContact key={contactId} id={contactId} narrow={narrow} />
      ) : narrow ? null : (
        <div className="min-w-0 flex-1 bg-desk">
          <EmptyState
            icon={<Users size={28} />}
            title={t("contacts.choose.title")}
            text={t("contacts.choose.text")}
          />
        </div>
      )}
    </div>
  );
}

function OneContact({ id, narrow }: { readonly id: string; readonly narrow: boolean }) {
  const { t } = useTranslation();
  const api = useApi();
  const query = useQuery({
    queryKey: ["contact", id],
    queryFn: () => api("getContact", { params: { id } }),
  });
  return (
    <section aria-label={t("contact.panel")} className="min-w-0 flex-1 overflow-y-auto bg-desk">
      {narrow ? (
        <>
          {/* The list, which names the place, is not on the screen. */}
          <h1 className="sr-only">{t("place.contacts")}</h1>
          <Link
            to="/contacts"
            className="control m-2 inline-flex items-center gap-2 px-2 text-ink-2"
          >
            <ArrowLeft size={20} aria-hidden="true" />
            {t("action.back")}
          </Link>
        </>
      ) : null}
      {query.isPending ? <Skeleton rows={5} kind="lines" /> : null}
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {query.data ? (
        <div className="mx-auto max-w-140 bg-surface narrow:my-6 narrow:rounded-bubble narrow:border">
          <ContactPanel contact={query.data} conversationId={null} />
        </div>
      ) : null}
    </section>
  );
}
