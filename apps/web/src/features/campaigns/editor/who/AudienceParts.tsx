import type { AudiencePartJson } from "@galka/contract/json/people/audience";
import { unreachable } from "@galka/core/kernel/unreachable";
import { FileSpreadsheet, Filter, List, UsersRound, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../../../ui/IconButton.tsx";
import { useAudienceLists, useSegments } from "../../../audience/audience-queries.ts";
import { PeopleNumber } from "../../../audience/PeopleNumber.tsx";
import { AddPart } from "./AddPart.tsx";
import { FilterPartDialog } from "./FilterPartDialog.tsx";

type Parts = readonly AudiencePartJson[];
type Props = {
  readonly title: string;
  readonly parts: Parts;
  readonly onChange: (parts: Parts) => void;
};

/** Segments, lists, files and filters of which an audience is made. */
export function AudienceParts({ title, parts, onChange }: Props) {
  const { t } = useTranslation();
  const nameOf = usePartNames();
  /** Which filter is written: its place, or the next one. */
  const [written, setWritten] = useState<number | null>(null);
  const before = written === null ? undefined : parts[written];
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-list font-medium text-ink-2">{title}</h3>
      {parts.length === 0 ? null : (
        <ul className="flex flex-col divide-y rounded-control border">
          {parts.map((part, at) => (
            <li key={JSON.stringify(part)} className="flex items-center gap-3 py-1 pr-1 pl-3">
              <PartIcon part={part} />
              {part.from === "filter" ? (
                <button
                  type="button"
                  className="link min-h-6 min-w-0 flex-1 text-left"
                  onClick={() => setWritten(at)}
                >
                  {nameOf(part)}
                </button>
              ) : (
                <span className="min-w-0 flex-1 wrap-anywhere">{nameOf(part)}</span>
              )}
              <span className="shrink-0 text-list text-ink-2">
                <PeopleNumber wish={{ of: [part], except: [] }} />
              </span>
              <IconButton
                label={t("campaigns.who.remove", { name: nameOf(part) })}
                onClick={() => onChange(parts.filter((it) => it !== part))}
              >
                <X size={16} aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <AddPart
        label={title}
        parts={parts}
        onAdd={(part) => onChange([...parts, part])}
        onFilter={() => setWritten(parts.length)}
      />
      {written === null ? null : (
        <FilterPartDialog
          filter={before?.from === "filter" ? before.filter : undefined}
          onClose={() => setWritten(null)}
          onDone={(filter) => {
            onChange(parts.toSpliced(written, 1, { from: "filter", filter }));
            setWritten(null);
          }}
        />
      )}
    </section>
  );
}

function usePartNames(): (part: AudiencePartJson) => string {
  const { t } = useTranslation();
  const segments = useSegments();
  const lists = useAudienceLists();
  return (part) => {
    switch (part.from) {
      case "segment":
        return segments.find(({ id }) => id === part.segmentId)?.name ?? t("campaigns.who.gone");
      case "list":
        return lists.find(({ id }) => id === part.listId)?.name ?? t("campaigns.who.gone");
      case "filter":
        return part.filter.all.length === 0
          ? t("campaigns.who.everybody")
          : t("campaigns.who.filter", { count: part.filter.all.length });
      default:
        return unreachable(part);
    }
  };
}

function PartIcon({ part }: { readonly part: AudiencePartJson }) {
  const lists = useAudienceLists();
  const isFile =
    part.from === "list" && lists.some(({ id, importId }) => id === part.listId && importId);
  const Icon =
    part.from === "segment"
      ? UsersRound
      : part.from === "filter"
        ? Filter
        : isFile
          ? FileSpreadsheet
          : List;
  return <Icon size={16} aria-hidden="true" className="shrink-0 text-ink-3" />;
}
