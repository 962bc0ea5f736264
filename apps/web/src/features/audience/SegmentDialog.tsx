import type { SegmentJson } from "@galka/contract/json/people/audience";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Modal } from "../../ui/Modal.tsx";
import { FilterBuilder, filterOf, writtenOf } from "../people-table/filter/FilterBuilder.tsx";
import { AudiencePreview } from "./AudiencePreview.tsx";
import { KeepSegment } from "./KeepSegment.tsx";
import { PeopleNumber } from "./PeopleNumber.tsx";

type Props = { readonly segment: SegmentJson | null; readonly onClose: () => void };

/** A segment while it is written: its conditions, how many they mean, and some of them. */
export function SegmentDialog({ segment, onClose }: Props) {
  const { t } = useTranslation();
  const [clauses, setClauses] = useState(() => writtenOf(segment?.filter));
  const filter = filterOf(clauses);
  const wish = { of: [{ from: "filter" as const, filter }], except: [] };
  return (
    <Modal
      open
      onClose={onClose}
      width="large"
      title={segment?.name ?? t("audience.newSegment")}
      description={t("audience.segmentLead")}
    >
      <FilterBuilder clauses={clauses} onChange={setClauses} />
      <output className="mt-4 block text-title font-semibold">
        <PeopleNumber wish={wish} />
      </output>
      <AudiencePreview wish={wish} />
      <KeepSegment segment={segment} filter={filter} onKept={onClose} onCancel={onClose} />
    </Modal>
  );
}
