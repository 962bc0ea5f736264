import type { SegmentJson } from "@galka/contract/json/people/audience";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Plus, Users } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { segmentsQuery } from "./audience-queries.ts";
import { PeopleNumber } from "./PeopleNumber.tsx";
import { SegmentDialog } from "./SegmentDialog.tsx";

/** Filters with a name, each with how many it means just now. */
export function SegmentsSection() {
  const { t } = useTranslation();
  const query = useQuery(segmentsQuery(useApi()));
  const [open, setOpen] = useState<{ readonly segment: SegmentJson | null } | null>(null);
  const items = query.data?.items ?? [];
  return (
    <section className="flex flex-col gap-3">
      <Button
        look="primary"
        className="self-start"
        icon={<Plus size={16} aria-hidden="true" />}
        onClick={() => setOpen({ segment: null })}
      >
        {t("audience.newSegment")}
      </Button>
      {query.isPending ? <Skeleton rows={3} kind="lines" /> : null}
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {query.isSuccess && items.length === 0 ? (
        <EmptyState
          icon={<Users size={28} />}
          title={t("audience.noSegments.title")}
          text={t("audience.noSegments.text")}
        />
      ) : null}
      {items.length > 0 ? (
        <ul className="flex flex-col divide-y rounded-bubble border bg-surface">
          {items.map((segment) => (
            <li
              key={segment.id}
              className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-2"
            >
              <div className="w-full min-w-50 narrow:w-auto narrow:flex-1">
                <button
                  type="button"
                  className="link min-h-6 text-left font-medium"
                  onClick={() => setOpen({ segment })}
                >
                  <bdi>{segment.name}</bdi>
                </button>
                <p className="text-list text-ink-2">{segment.description}</p>
              </div>
              <output className="text-list text-ink-2 tabular-nums">
                <PeopleNumber
                  wish={{ of: [{ from: "segment", segmentId: segment.id }], except: [] }}
                />
              </output>
              <Link className="link min-h-6" to="/contacts" search={{ who: segment.filter }}>
                {t("audience.showPeople")}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      {open ? <SegmentDialog segment={open.segment} onClose={() => setOpen(null)} /> : null}
    </section>
  );
}
