import type { PersonJson, TwinsJson } from "@galka/contract/json/people/people-table";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ArrowLeft, CopyCheck, Merge } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { contactAddress, contactName } from "../contact/contact-name.ts";
import { useMergeTwo } from "./bulk/use-merge-two.ts";

const REASONS = ["phone", "name"] as const;

/** Who may be one person, to be made one. Nothing is decided here: two people may have one name. */
export function DuplicatesView() {
  const { t } = useTranslation();
  return (
    <div className="h-full min-w-0 flex-1 overflow-y-auto bg-desk p-4">
      <div className="mx-auto max-w-200">
        <Link
          to="/contacts"
          className="control -ml-2 inline-flex items-center gap-2 px-2 text-ink-2"
        >
          <ArrowLeft size={18} aria-hidden="true" />
          {t("place.contacts")}
        </Link>
        <h1 className="text-title font-semibold">{t("peopleTable.duplicates")}</h1>
        <p className="mb-4 text-ink-2">{t("peopleTable.duplicatesLead")}</p>
        {REASONS.map((because) => (
          <TwinsList key={because} because={because} />
        ))}
      </div>
    </div>
  );
}

function TwinsList({ because }: { readonly because: TwinsJson["because"] }) {
  const { t } = useTranslation();
  const api = useApi();
  const query = useInfiniteQuery({
    queryKey: ["twins", because],
    queryFn: ({ pageParam }) =>
      api("listTwins", {
        query: { because, limit: 20, ...(pageParam ? { cursor: pageParam } : {}) },
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });
  const twins = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="mb-6 rounded-bubble border bg-surface p-4">
      <h2 className="mb-2 font-semibold">{t(`peopleTable.twins.${because}`)}</h2>
      {query.isPending ? <Skeleton rows={2} kind="lines" /> : null}
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {query.isSuccess && twins.length === 0 ? (
        <EmptyState
          icon={<CopyCheck size={24} />}
          title={t("peopleTable.noTwins")}
          text={t("peopleTable.noTwinsText")}
        />
      ) : null}
      <ul className="flex flex-col gap-3">
        {twins.map(({ contacts }) => (
          <Twins key={contacts.map(({ id }) => id).join()} contacts={contacts} />
        ))}
      </ul>
      {query.hasNextPage ? (
        <Button
          className="mt-3"
          busy={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t("peopleTable.more")}
        </Button>
      ) : null}
    </section>
  );
}

/** The first of them, who was there first, keeps the others. */
function Twins({ contacts }: { readonly contacts: readonly PersonJson[] }) {
  const { t } = useTranslation();
  const mergeTwo = useMergeTwo();
  const [busy, setBusy] = useState(false);
  const [first, ...others] = contacts;
  if (!first) return null;

  async function merge(pair: readonly PersonJson[]): Promise<void> {
    setBusy(true);
    await mergeTwo(pair);
    setBusy(false);
  }

  return (
    <li className="rounded-control border p-3">
      <PersonLine person={first} />
      {others.map((other) => (
        <div key={other.id} className="flex flex-wrap items-center gap-2">
          <PersonLine person={other} />
          <Button
            busy={busy}
            icon={<Merge size={16} aria-hidden="true" />}
            onClick={() => void merge([first, other])}
          >
            {t("peopleTable.mergeInto")}
          </Button>
        </div>
      ))}
    </li>
  );
}

function PersonLine({ person }: { readonly person: PersonJson }) {
  const { t } = useTranslation();
  return (
    <Link
      to="/contacts/$contactId"
      params={{ contactId: person.id }}
      className="flex min-h-11 min-w-0 flex-1 flex-wrap items-center gap-x-3 text-list hover:underline"
    >
      <bdi className="truncate font-medium">{contactName(person, t("contact.unnamed"))}</bdi>
      <span className="text-ink-2">{contactAddress(person)}</span>
    </Link>
  );
}
