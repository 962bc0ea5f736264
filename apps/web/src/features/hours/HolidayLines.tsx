import { Plus, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { DaySpans } from "./DaySpans.tsx";
import type { HolidayDraft } from "./hours-draft.ts";

type Props = {
  readonly holidays: readonly HolidayDraft[];
  readonly onChange: (holidays: readonly HolidayDraft[]) => void;
};

const MOST = 400;

/** Dates that are not like their day of the week. */
export function HolidayLines({ holidays, onChange }: Props) {
  const { t } = useTranslation();
  const replace = (index: number, change: Partial<HolidayDraft>) =>
    onChange(holidays.map((it, at) => (at === index ? { ...it, ...change } : it)));
  const called = ({ name, date }: HolidayDraft) => name || date || t("hours.holiday");
  return (
    <fieldset>
      <legend className="mb-1 text-list font-medium text-ink-2">{t("hours.holidays")}</legend>
      <ul className="flex flex-col divide-y">
        {holidays.map((holiday, index) => (
          <li key={index} className="flex flex-col gap-2 py-2">
            <div className="flex flex-wrap items-center gap-2">
              <input
                type="date"
                required
                className="field w-40!"
                aria-label={t("hours.dateOf", { number: index + 1 })}
                value={holiday.date}
                onChange={({ target }) => replace(index, { date: target.value })}
              />
              <input
                className="field min-w-32 flex-1"
                maxLength={100}
                aria-label={t("hours.nameOf", { number: index + 1 })}
                placeholder={t("hours.holidayName")}
                value={holiday.name}
                onChange={({ target }) => replace(index, { name: target.value })}
              />
              <IconButton
                label={t("hours.removeHoliday", { name: called(holiday) })}
                onClick={() => onChange(holidays.filter((_, at) => at !== index))}
              >
                <Trash2 size={16} aria-hidden="true" />
              </IconButton>
            </div>
            <DaySpans
              day={called(holiday)}
              spans={holiday.spans}
              onChange={(spans) => replace(index, { spans })}
            />
          </li>
        ))}
      </ul>
      {holidays.length < MOST ? (
        <Button
          className="mt-1"
          icon={<Plus size={16} aria-hidden="true" />}
          onClick={() => onChange([...holidays, { date: "", name: "", spans: [] }])}
        >
          {t("hours.addHoliday")}
        </Button>
      ) : null}
    </fieldset>
  );
}
