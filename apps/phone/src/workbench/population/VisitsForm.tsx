import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PopulationJson } from "@galka/emulator/wire/population";
import { DurationField } from "../parts/DurationField.tsx";
import { NumberField } from "../parts/NumberField.tsx";
import type { Act } from "../parts/use-act.ts";

type Props = { readonly population: PopulationJson; readonly act: Act };

/** Lets people of a population write to the business by themselves. */
export function VisitsForm({ population, act }: Props) {
  const { t } = useTranslation();
  const [people, setPeople] = useState(Math.min(10, population.size));
  const [over, setOver] = useState(600_000);
  return (
    <form
      className="mt-3 flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        act("POST", `populations/${population.id}/visits`, { people, over });
      }}
    >
      <NumberField
        label={t("population.visitors")}
        value={people}
        min={1}
        max={population.size}
        onChange={(count) => setPeople(Math.round(count))}
      />
      <DurationField label={t("population.over")} ms={over} onChange={setOver} />
      <button
        type="submit"
        className="btn"
        disabled={people < 1 || people > population.size || over <= 0}
      >
        {t("population.visit")}
      </button>
    </form>
  );
}
