import type { FoundFacetsJson } from "@galka/contract/json/people/found";
import { WORK_STATES } from "@galka/core/conversations/work";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../../sync/SyncProvider.tsx";
import { Button } from "../../../ui/Button.tsx";
import { useLabels } from "../../labels/labels-query.ts";
import { type FoundSearch, readFoundSearch } from "./search-search.ts";

type Facet = FoundFacetsJson["counts"][number]["facet"];

const FACETS = ["direction", "kind", "file", "channel", "member", "label", "status"] as const;
const KINDS = [
  "text",
  "image",
  "video",
  "audio",
  "voice",
  "document",
  "sticker",
  "location",
  "contacts",
  "buttons",
  "list",
  "location-request",
  "template",
  "choice",
  "form",
  "order",
  "notice",
  "note",
  "omitted",
] as const;
/** What of the address a facet narrows down. */
const PARTS = {
  direction: "direction",
  kind: "kind",
  file: "file",
  channel: "channelId",
  member: "memberId",
  label: "labelId",
  status: "state",
} as const satisfies Record<Facet, keyof FoundSearch>;

type Props = { readonly search: FoundSearch; readonly facets: FoundFacetsJson | undefined };

/** What the results can be narrowed down to, with how many there are of each. */
export function FacetList({ search, facets }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const nameOf = useNames();

  function narrow(change: Record<string, string>): void {
    const next = readFoundSearch({ ...search, ...change });
    void navigate({ to: "/search", search: next, replace: true });
  }

  return (
    <section aria-label={t("found.narrow")} className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        {(["since", "until"] as const).map((end) => (
          <label key={end} className="flex min-w-32 flex-1 flex-col gap-1 text-meta text-ink-2">
            {t(`found.${end}`)}
            <input
              type="date"
              className="field text-ink"
              value={search[end] ?? ""}
              onChange={(event) => narrow({ [end]: event.target.value })}
            />
          </label>
        ))}
      </div>
      {FACETS.map((facet) => {
        const part = PARTS[facet];
        const chosen = search[part];
        const counts = facets?.counts.filter((it) => it.facet === facet) ?? [];
        if (counts.length === 0 && chosen === undefined) return null;
        return (
          <label key={facet} className="flex flex-col gap-1 text-meta text-ink-2">
            {t(`found.facet.${facet}`)}
            <select
              className="field text-ink"
              value={chosen ?? ""}
              onChange={(event) => narrow({ [part]: event.target.value })}
            >
              <option value="">{t("found.any")}</option>
              {chosen !== undefined && !counts.some(({ value }) => value === chosen) ? (
                <option value={chosen}>{nameOf(facet, chosen)}</option>
              ) : null}
              {counts.map(({ value, count }) => (
                <option key={value} value={value}>
                  {t("found.option", { name: nameOf(facet, value), count })}
                </option>
              ))}
            </select>
          </label>
        );
      })}
      {isNarrowed(search) ? (
        <Button
          look="quiet"
          onClick={() =>
            void navigate({
              to: "/search",
              search: readFoundSearch({ q: search.q, tab: search.tab }),
              replace: true,
            })
          }
        >
          {t("found.wide")}
        </Button>
      ) : null}
    </section>
  );
}

function isNarrowed(search: FoundSearch): boolean {
  return Object.keys(search).some((name) => name !== "q" && name !== "tab");
}

/** What a value is called. */
function useNames(): (facet: Facet, value: string) => string {
  const { t } = useTranslation();
  const members = useWorkspace((state) => state.members);
  const channels = useWorkspace((state) => state.channels);
  const labels = useLabels();
  return (facet, value) => {
    switch (facet) {
      case "channel":
        return channels?.get(value)?.name ?? t("channel.removed");
      case "member":
        return members?.get(value)?.name ?? t("peopleTable.formerMember");
      case "label":
        return labels.find(({ id }) => id === value)?.name ?? "";
      case "kind":
        return t(`found.kind.${KINDS.find((it) => it === value) ?? "unknown"}`);
      case "direction":
        return value === "in"
          ? t("found.direction.in")
          : value === "out"
            ? t("found.direction.out")
            : t("found.direction.note");
      case "status": {
        const state = WORK_STATES.find((it) => it === value);
        return state ? t(`filters.status.${state}`) : value;
      }
      default:
        return t("found.withFile");
    }
  };
}
