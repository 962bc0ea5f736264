import type { ContactJson } from "@galka/contract/json/conversation";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { Users } from "lucide-react";
import { useDeferredValue, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Avatar } from "../../ui/marks/Avatar.tsx";
import { contactAddress, contactName } from "./contact-name.ts";
import { usePhoneFormat } from "./phone-format.ts";

/** Contacts by name, with a field to find one. */
export function ContactList({ selectedId }: { readonly selectedId: string | null }) {
  const { t } = useTranslation();
  const api = useApi();
  const [text, setText] = useState("");
  const q = useDeferredValue(text.trim());
  const query = useInfiniteQuery({
    queryKey: ["contacts", { q }],
    queryFn: ({ pageParam, signal }) =>
      api(
        "listContacts",
        { query: { limit: 60, ...(q ? { q } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const contacts = query.data?.pages.flatMap(({ items }) => items) ?? [];

  return (
    <div className="flex h-full min-h-0 flex-col bg-surface">
      <header className="shrink-0 border-b p-3">
        <h1 className="mb-2 text-title font-semibold">{t("place.contacts")}</h1>
        <input
          type="search"
          className="field"
          aria-label={t("contacts.search")}
          placeholder={t("contacts.search")}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </header>
      {query.isPending ? <Skeleton rows={8} kind="rows" /> : null}
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {query.isSuccess && contacts.length === 0 ? (
        <EmptyState
          icon={<Users size={28} />}
          title={q ? t("contacts.noneFound.title") : t("contacts.empty.title")}
          text={q ? t("contacts.noneFound.text", { query: q }) : t("contacts.empty.text")}
        />
      ) : null}
      {contacts.length > 0 ? (
        <Rows
          contacts={contacts}
          selectedId={selectedId}
          onEnd={() => {
            if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
          }}
        />
      ) : null}
    </div>
  );
}

type RowsProps = {
  readonly contacts: readonly ContactJson[];
  readonly selectedId: string | null;
  readonly onEnd: () => void;
};

function Rows({ contacts, selectedId, onEnd }: RowsProps) {
  const { t } = useTranslation();
  usePhoneFormat();
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- its functions are used where they are made and not passed on
  const virtualizer = useVirtualizer({
    count: contacts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 56,
    overscan: 8,
    initialRect: { width: 340, height: 800 },
  });
  const rows = virtualizer.getVirtualItems();
  const nearEnd = (rows.at(-1)?.index ?? 0) >= contacts.length - 12;
  useEffect(() => {
    if (nearEnd) onEnd();
  });

  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto">
      <ul className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {rows.map((row) => {
          const contact = contacts[row.index];
          if (!contact) return null;
          const name = contactName(contact, t("contact.unnamed"));
          return (
            <li
              key={contact.id}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${row.start}px)` }}
            >
              <Link
                to="/contacts/$contactId"
                params={{ contactId: contact.id }}
                aria-current={contact.id === selectedId ? "true" : undefined}
                className="flex h-14 items-center gap-3 px-3 -outline-offset-2 hover:bg-surface-2 aria-current:bg-selected"
              >
                <Avatar name={name} size={40} />
                <span className="min-w-0 flex-1 text-list">
                  <span className="block truncate font-medium">
                    <bdi>{name}</bdi>
                  </span>
                  <span className="block truncate text-ink-2">{contactAddress(contact)}</span>
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
