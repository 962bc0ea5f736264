import type { PeopleFilterJson } from "@galka/contract/json/people/people-table";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../../ui/Button.tsx";
import { Modal } from "../../../../ui/Modal.tsx";
import { AudiencePreview } from "../../../audience/AudiencePreview.tsx";
import { PeopleNumber } from "../../../audience/PeopleNumber.tsx";
import { FilterBuilder, filterOf, writtenOf } from "../../../people-table/filter/FilterBuilder.tsx";

type Props = {
  readonly filter: PeopleFilterJson | undefined;
  readonly onDone: (filter: PeopleFilterJson) => void;
  readonly onClose: () => void;
};

/** A filter that belongs to this campaign alone; without conditions it means everybody. */
export function FilterPartDialog({ filter: before, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const [clauses, setClauses] = useState(() => writtenOf(before));
  const filter = filterOf(clauses);
  const wish = { of: [{ from: "filter" as const, filter }], except: [] };
  return (
    <Modal
      open
      onClose={onClose}
      width="large"
      title={t("campaigns.who.filterTitle")}
      description={t("campaigns.who.filterLead")}
    >
      <FilterBuilder clauses={clauses} onChange={setClauses} />
      <output className="mt-4 block text-title font-semibold">
        <PeopleNumber wish={wish} />
      </output>
      <AudiencePreview wish={wish} />
      <div className="mt-4 flex flex-wrap justify-end gap-2 border-t pt-4">
        <Button look="quiet" onClick={onClose}>
          {t("action.cancel")}
        </Button>
        <Button look="primary" onClick={() => onDone(filter)}>
          {t("campaigns.who.useFilter")}
        </Button>
      </div>
    </Modal>
  );
}
