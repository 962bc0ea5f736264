import type { PeopleFilterJson } from "@galka/contract/json/people/people-table";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { Modal } from "../../../ui/Modal.tsx";
import { KeepSegment } from "../../audience/KeepSegment.tsx";
import { PeopleNumber } from "../../audience/PeopleNumber.tsx";
import type { PeopleSearch } from "../people-search.ts";
import { FilterBuilder, filterOf, writtenOf } from "./FilterBuilder.tsx";

type Props = {
  readonly search: PeopleSearch;
  readonly onShow: (filter: PeopleFilterJson) => void;
  readonly onClose: () => void;
};

/** Which contacts the table shows, how many they are, and the filter kept under a name. */
export function PeopleFilterDialog({ search, onShow, onClose }: Props) {
  const { t } = useTranslation();
  const [clauses, setClauses] = useState(() => writtenOf(search.who));
  const [keeps, setKeeps] = useState(false);
  const wanted = filterOf(clauses);

  return (
    <Modal
      open
      onClose={onClose}
      title={t("filters.title")}
      description={t("peopleTable.filterLead")}
    >
      <FilterBuilder clauses={clauses} onChange={setClauses} />
      <output className="mt-3 block text-right text-list text-ink-2">
        <PeopleNumber wish={{ of: [{ from: "filter", filter: wanted }], except: [] }} />
      </output>
      {keeps ? (
        <KeepSegment
          segment={null}
          filter={wanted}
          onKept={() => onShow(wanted)}
          onCancel={() => setKeeps(false)}
        />
      ) : (
        <div className="mt-4 flex flex-wrap justify-end gap-2 border-t pt-4">
          <Button
            className="mr-auto"
            disabled={wanted.all.length === 0}
            onClick={() => setKeeps(true)}
          >
            {t("audience.keepFilter")}
          </Button>
          <Button look="quiet" onClick={() => onShow({ all: [] })}>
            {t("filters.clear")}
          </Button>
          <Button look="primary" onClick={() => onShow(wanted)}>
            {t("filters.show")}
          </Button>
        </div>
      )}
    </Modal>
  );
}
