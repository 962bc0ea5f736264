import type { OfficeHoursJson, OwnedHoursJson } from "@galka/contract/json/hours";
import { type SubmitEvent, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Modal } from "../../ui/Modal.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useDeed } from "../../api/use-deed.ts";
import { UnsavedDialog } from "../unsaved/UnsavedDialog.tsx";
import { useIsChanged } from "../unsaved/use-is-changed.ts";
import { useUnsaved } from "../unsaved/use-unsaved.ts";
import { DaySpans } from "./DaySpans.tsx";
import { HolidayLines } from "./HolidayLines.tsx";
import { draftOf, type DraftProblem, firstDraft, readDraft } from "./hours-draft.ts";
import { weekdayNames, zoneNames } from "./zone-time.ts";

/** Whose hours are written down. */
export type HoursOwner = Pick<OwnedHoursJson, "of" | "ownerId"> & { readonly name: string };

type Props = {
  readonly owner: HoursOwner;
  /** Null where nothing is written down yet. */
  readonly hours: OfficeHoursJson | null;
  readonly onClose: () => void;
};

/** Writes down when somebody is at work: a week, its zone, and the days that are otherwise. */
export function HoursForm({ owner, hours, onClose }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const days = weekdayNames(useLocale());
  const { busy, error, run } = useDeed();
  const [draft, setDraft] = useState(() => (hours ? draftOf(hours) : firstDraft(ownZone())));
  const unsaved = useUnsaved(useIsChanged(draft));
  const [problem, setProblem] = useState<DraftProblem | null>(null);
  const zones = useMemo(() => zoneNames(draft.timeZone), [draft.timeZone]);

  async function set(to: OfficeHoursJson | null): Promise<void> {
    const { of, ownerId } = owner;
    const body = { of, hours: to, ...(ownerId === null ? {} : { ownerId }) };
    if (await run(() => api("setHours", { body }))) onClose();
  }

  function save(event: SubmitEvent): void {
    event.preventDefault();
    const read = readDraft(draft);
    setProblem("problem" in read ? read.problem : null);
    if ("hours" in read) void set(read.hours);
  }

  const wrong = problem === null ? error : t(`hours.problem.${problem}`);
  return (
    <Modal
      open
      onClose={() => unsaved.guard(onClose)}
      title={t("hours.of", { name: owner.name })}
      width="large"
    >
      <form className="flex flex-col gap-4" onSubmit={save}>
        <Field label={t("hours.timeZone")}>
          {(tied) => (
            <select
              {...tied}
              className="field"
              value={draft.timeZone}
              onChange={({ target }) => setDraft({ ...draft, timeZone: target.value })}
            >
              {zones.map((zone) => (
                <option key={zone} value={zone}>
                  {zone}
                </option>
              ))}
            </select>
          )}
        </Field>
        <fieldset>
          <legend className="mb-1 text-list font-medium text-ink-2">{t("hours.week")}</legend>
          <ul className="flex flex-col divide-y">
            {draft.week.map((spans, day) => (
              <li key={day} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
                <span className="w-28 font-medium">{days[day]}</span>
                <DaySpans
                  day={days[day] ?? ""}
                  spans={spans}
                  onChange={(changed) =>
                    setDraft({
                      ...draft,
                      week: draft.week.map((it, at) => (at === day ? changed : it)),
                    })
                  }
                />
              </li>
            ))}
          </ul>
          <p className="mt-1 text-list text-ink-2">{t("hours.midnight")}</p>
        </fieldset>
        <HolidayLines
          holidays={draft.holidays}
          onChange={(holidays) => setDraft({ ...draft, holidays })}
        />
        {wrong === null ? null : (
          <Notice tone="bad" urgent>
            {wrong}
          </Notice>
        )}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" busy={busy}>
            {t("action.save")}
          </Button>
          <Button onClick={() => unsaved.guard(onClose)}>{t("action.cancel")}</Button>
          {hours ? (
            <Button look="danger" busy={busy} onClick={() => void set(null)}>
              {t("hours.strikeOut")}
            </Button>
          ) : null}
        </div>
      </form>
      <UnsavedDialog unsaved={unsaved} />
    </Modal>
  );
}

function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
