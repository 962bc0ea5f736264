import { useTranslation } from "react-i18next";
import type { ListJson } from "@galka/emulator/wire/control";
import type { MemberJson } from "@galka/emulator/wire/population";
import { call } from "../../api/emulator.ts";
import { usePolled } from "../../api/use-polled.ts";
import { countryName } from "../bill/bill-words.ts";

const SHOWN = 25;

/** The first of a population; any part of the list is a sample of the whole. */
export function PopulationMembers({ id }: { readonly id: string }) {
  const { t, i18n } = useTranslation();
  const { value } = usePolled(
    () => call<ListJson<MemberJson>>("GET", `populations/${id}/people?limit=${SHOWN}`),
    id,
  );
  return (
    <ul
      aria-label={t("population.show.people")}
      className="mt-3 divide-y divide-hairline border-t border-hairline text-list"
    >
      {value?.data.map((member) => (
        <li key={member.id} className="flex flex-wrap gap-x-3 py-1">
          <span dir="auto" className="min-w-0 flex-1 basis-32 truncate font-medium">
            {member.name}
          </span>
          <span className="font-mono">+{member.waId}</span>
          <span className="w-28 truncate text-ink-3">
            {member.onWhatsApp
              ? countryName(member.country, i18n.language)
              : t("population.absent")}
          </span>
        </li>
      ))}
    </ul>
  );
}
