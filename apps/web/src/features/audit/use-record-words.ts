import { useTranslation } from "react-i18next";
import { dayAndTime } from "../../i18n/dates.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useWorkspace } from "../../sync/SyncProvider.tsx";
import { useNow } from "../../sync/use-now.ts";
import { weekdayNames } from "../hours/zone-time.ts";
import { useLabels } from "../labels/labels-query.ts";
import { useTeamNames } from "../library/use-team-names.ts";
import type { RecordWords } from "./changes-of.ts";

/** Where the catalogue has the words that a field can say, for those of a closed list. */
export const VALUE_WORDS: Readonly<Record<string, readonly string[]>> = {
  actions: ["automations.action"],
  askedBy: ["audit.askedBy"],
  availability: ["distribution.presence"],
  by: ["filters.lastWord"],
  color: ["labels.colors"],
  conditions: ["automations.condition"],
  do: ["macros.kind"],
  field: ["filters.field"],
  how: ["audit.how"],
  is: ["filters.window"],
  kind: ["people.kind"],
  method: ["distribution.method"],
  of: ["audit.of"],
  order: ["distribution.order"],
  permissions: ["permission"],
  priority: ["filters.priority"],
  refused: ["refusal"],
  role: ["role"],
  secrets: ["audit.secrets"],
  shape: ["labels.shapes"],
  state: ["imports.state"],
  status: ["filters.status", "channel.status"],
  sticky: ["distribution.sticky"],
  to: ["filters.status", "filters.priority"],
  trigger: ["automations.trigger"],
  vertical: ["profile.verticalOf"],
};

const TIMES = ["sendAt", "snoozedUntil"];
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** Says what is recorded of a change: fields by their names, ids by what they stand for. */
export function useRecordWords(): RecordWords {
  const { t, i18n } = useTranslation();
  const locale = useLocale();
  const now = useNow("halfMinute");
  const nameOf = useNames();
  const wordAt = (key: string) => (i18n.exists(key) ? i18n.t(key, { defaultValue: key }) : null);
  const days = weekdayNames(locale);
  return {
    field: (name) => wordAt(`audit.field.${name}`) ?? name,
    day: (index) => days[index] ?? "",
    value(name, value) {
      if (typeof value === "boolean") return t(value ? "audit.yes" : "audit.no");
      if (name === "fromMinute" || name === "toMinute") return clock(Number(value));
      if (typeof value === "number") return value.toLocaleString(locale);
      if (TIMES.includes(name)) return dayAndTime(locale, now, new Date(value));
      const word = VALUE_WORDS[name]?.map((from) => wordAt(`${from}.${value}`)).find(Boolean);
      return (
        word ?? nameOf(value) ?? (UUID.test(value) ? t("audit.id", { id: ending(value) }) : value)
      );
    },
  };
}

/** Ids of one moment begin alike. */
function ending(id: string): string {
  return id.slice(-8);
}

function useNames(): (id: string) => string | null {
  const members = useWorkspace((state) => state.members);
  const channels = useWorkspace((state) => state.channels);
  const teams = useTeamNames();
  const labels = useLabels();
  return (id) =>
    members?.get(id)?.name ??
    channels?.get(id)?.name ??
    [...teams, ...labels].find((it) => it.id === id)?.name ??
    null;
}

function clock(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
