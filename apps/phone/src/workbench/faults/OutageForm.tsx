import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Block } from "../parts/Block.tsx";
import { DurationField } from "../parts/DurationField.tsx";
import { NumberField } from "../parts/NumberField.tsx";
import { useAct } from "../parts/use-act.ts";

/** Meta is away for a while, and what happened meanwhile comes in a flood. */
export function OutageForm() {
  const { t } = useTranslation();
  const act = useAct();
  const [forMs, setForMs] = useState(4 * 3_600_000);
  const [startsInMs, setStartsInMs] = useState(0);
  const [status, setStatus] = useState(503);
  return (
    <Block title={t("faults.outage.title")} note={t("faults.outage.lead")}>
      <form
        className="grid items-end gap-3 @lg:grid-cols-2 @3xl:grid-cols-4"
        onSubmit={(event) => {
          event.preventDefault();
          act("POST", "outages", { forMs, startsInMs, status });
        }}
      >
        <DurationField label={t("faults.outage.for")} ms={forMs} onChange={setForMs} />
        <DurationField label={t("faults.form.startsIn")} ms={startsInMs} onChange={setStartsInMs} />
        <NumberField
          label={t("faults.outage.status")}
          value={status}
          min={500}
          max={599}
          onChange={setStatus}
        />
        <button type="submit" className="btn justify-self-start" disabled={forMs <= 0}>
          {t("faults.outage.start")}
        </button>
      </form>
    </Block>
  );
}
