import type { AudiencePartJson } from "@galka/contract/json/people/audience";
import { Link } from "@tanstack/react-router";
import { Filter } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../../ui/Button.tsx";
import { Select } from "../../../../ui/controls/Select.tsx";
import { useAudienceLists, useSegments } from "../../../audience/audience-queries.ts";

type Props = {
  readonly label: string;
  readonly parts: readonly AudiencePartJson[];
  readonly onAdd: (part: AudiencePartJson) => void;
  readonly onFilter: () => void;
};

/** Adds a segment, a list, a file or a filter to an audience. */
export function AddPart({ label, parts, onAdd, onFilter }: Props) {
  const { t } = useTranslation();
  const segments = useSegments();
  const lists = useAudienceLists();
  const has = (id: string) =>
    parts.some(
      (it) =>
        (it.from === "segment" && it.segmentId === id) || (it.from === "list" && it.listId === id),
    );
  const options = {
    segment: segments.filter(({ id }) => !has(id)),
    list: lists.filter(({ id, importId }) => importId === null && !has(id)),
    file: lists.filter(({ id, importId }) => importId !== null && !has(id)),
  };
  const partOf = (from: keyof typeof options, id: string): AudiencePartJson =>
    from === "segment" ? { from, segmentId: id } : { from: "list", listId: id };
  return (
    <div className="flex flex-wrap items-center gap-2">
      {(["segment", "list", "file"] as const).map((from) =>
        options[from].length === 0 ? null : (
          <Select
            key={from}
            label={`${label}: ${t(`campaigns.who.add.${from}`)}`}
            none={t(`campaigns.who.add.${from}`)}
            options={options[from].map(({ id, name }) => ({ value: id, name }))}
            value=""
            onChange={(id) => onAdd(partOf(from, id))}
          />
        ),
      )}
      <Button icon={<Filter size={16} aria-hidden="true" />} onClick={onFilter}>
        {t("campaigns.who.add.filter")}
      </Button>
      <Link
        to="/audience"
        search={{ show: "files" }}
        className="link inline-flex min-h-6 items-center text-list"
      >
        {t("campaigns.who.add.upload")}
      </Link>
    </div>
  );
}
