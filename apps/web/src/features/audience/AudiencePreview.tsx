import type { AudienceWishJson } from "@galka/contract/json/people/audience";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { phoneText, usePhoneFormat } from "../contact/phone-format.ts";

const SHOWN = 8;

/** Some of the people of an audience, with what a file says of them. */
export function AudiencePreview({ wish }: { readonly wish: AudienceWishJson }) {
  const { t } = useTranslation();
  const api = useApi();
  usePhoneFormat();
  const { data } = useQuery({
    queryKey: ["collection", "audience-previews", wish],
    queryFn: ({ signal }) => api("previewAudience", { body: { wish, limit: SHOWN } }, { signal }),
    placeholderData: keepPreviousData,
  });
  if (!data) return null;
  if (data.items.length === 0) {
    return (
      <p className="mt-1 text-list text-ink-2">
        {data.isUnfinished ? t("audience.noneInTime") : t("audience.nobody")}
      </p>
    );
  }
  return (
    <ul className="mt-1 flex flex-col divide-y text-list">
      {data.items.map(({ person, variables }) => {
        const phone = person.identities.find(({ kind }) => kind === "phone")?.value;
        return (
          <li key={person.id} className="flex flex-wrap gap-x-4 py-1">
            <span className="min-w-40 flex-1 truncate">
              <bdi>{person.name ?? person.profileName ?? ""}</bdi>
            </span>
            <span className="text-ink-2 tabular-nums">{phone ? phoneText(phone) : ""}</span>
            {variables ? (
              <span className="w-full truncate text-ink-3">
                {Object.entries(variables)
                  .map(([name, value]) => `${name}: ${value}`)
                  .join(" · ")}
              </span>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
