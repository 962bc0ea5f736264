import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { ChipChoice } from "./ChipChoice.tsx";

type Props = {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
};

const OFFERED = 8;

/** Some of the campaigns, found by a part of their names: those that are chosen, then the newest. */
export function CampaignPicker({ label, chosen, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const api = useApi();
  const [typed, setTyped] = useState("");
  const part = useDeferredValue(typed.trim());
  const { data: found } = useQuery({
    queryKey: ["collection", "campaigns", "names", part],
    queryFn: () => api("listCampaignNames", { query: { part, limit: OFFERED } }),
    placeholderData: keepPreviousData,
  });
  const ids = chosen.join(",");
  const { data: named } = useQuery({
    queryKey: ["collection", "campaigns", "named", ids],
    queryFn: () => api("listCampaignNames", { query: { ids } }),
    placeholderData: keepPreviousData,
    enabled: ids !== "",
  });
  const names = new Map(
    [...(named?.items ?? []), ...(found?.items ?? [])].map((it) => [it.id, it.name]),
  );
  const offered = [...new Set([...chosen, ...(found?.items ?? []).map((it) => it.id)])];
  return (
    <div className="flex min-w-50 flex-1 flex-col gap-2">
      <label htmlFor={id} className="flex flex-col gap-1 text-meta text-ink-2">
        {label}
        <input
          id={id}
          type="search"
          className="field text-ink"
          maxLength={200}
          placeholder={t("filters.partOfName")}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      {found ? (
        <ChipChoice
          label={label}
          options={offered.map((value) => ({ value, name: names.get(value) ?? "…" }))}
          chosen={chosen}
          onChange={onChange}
        />
      ) : null}
    </div>
  );
}
