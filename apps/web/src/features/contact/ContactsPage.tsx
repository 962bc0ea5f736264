import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { ArrowLeft, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { NOT_WIDE, useMedia } from "../../ui/use-media.ts";
import { DuplicatesView } from "../people-table/DuplicatesView.tsx";
import { PeopleView } from "../people-table/PeopleView.tsx";
import type { PeopleSearch } from "../people-table/people-search.ts";
import { ContactPanel } from "./ContactPanel.tsx";

/** Everybody who ever wrote or was written to, with one of them beside the table where there is room. */
export function ContactsPage() {
  const { contactId = null } = useParams({ strict: false });
  const search = useSearch({ from: "/signed-in/contacts" });
  const alone = useMedia(NOT_WIDE) && contactId !== null;
  if (search.show === "duplicates" && contactId === null) return <DuplicatesView />;
  return (
    <div className="flex h-full min-h-0">
      {alone ? null : <PeopleView search={search} selectedId={contactId} />}
      {contactId ? (
        <OneContact key={contactId} id={contactId} alone={alone} search={search} />
      ) : null}
    </div>
  );
}

type Props = { readonly id: string; readonly alone: boolean; readonly search: PeopleSearch };

function OneContact({ id, alone, search }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const query = useQuery({
    queryKey: ["contact", id],
    queryFn: () => api("getContact", { params: { id } }),
  });
  return (
    <section
      aria-label={t("contact.panel")}
      className={
        alone
          ? "min-w-0 flex-1 overflow-y-auto bg-desk"
          : "relative w-90 shrink-0 overflow-y-auto border-l bg-surface"
      }
    >
      {alone ? (
        <>
          {/* The table, which names the place, is not on the screen. */}
          <h1 className="sr-only">{t("place.contacts")}</h1>
          <Link
            to="/contacts"
            search={search}
            className="control m-2 inline-flex items-center gap-2 px-2 text-ink-2"
          >
            <ArrowLeft size={20} aria-hidden="true" />
            {t("action.back")}
          </Link>
        </>
      ) : (
        <Link
          to="/contacts"
          search={search}
          aria-label={t("action.close")}
          className="control-icon absolute top-2 right-2 inline-flex items-center justify-center text-ink-2 hover:bg-surface-3"
        >
          <X size={20} aria-hidden="true" />
        </Link>
      )}
      {query.isPending ? <Skeleton rows={5} kind="lines" /> : null}
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {query.data ? (
        <div
          className={
            alone
              ? "mx-auto max-w-140 bg-surface narrow:my-6 narrow:rounded-bubble narrow:border"
              : ""
          }
        >
          <ContactPanel contact={query.data} conversationId={null} />
        </div>
      ) : null}
    </section>
  );
}
