import { useTranslation } from "react-i18next";
import type { ListJson } from "@galka/emulator/wire/control";
import type { PopulationJson } from "@galka/emulator/wire/population";
import { call } from "../../api/emulator.ts";
import { usePolled } from "../../api/use-polled.ts";
import { Block } from "../parts/Block.tsx";
import { PanelFrame } from "../parts/PanelFrame.tsx";
import { useAct } from "../parts/use-act.ts";
import { PopulationCard } from "./PopulationCard.tsx";
import { PopulationForm } from "./PopulationForm.tsx";

/** Very many people at once, and what they do. */
export function PopulationPanel() {
  const { t } = useTranslation();
  const { value, again } = usePolled(
    () => call<ListJson<PopulationJson>>("GET", "populations"),
    "populations",
  );
  const act = useAct(again);
  const all = value?.data ?? [];
  return (
    <PanelFrame title={t("bench.population")} lead={t("population.lead")}>
      {value !== null && all.length === 0 && <p className="text-ink-3">{t("population.none")}</p>}
      {all.map((population) => (
        <PopulationCard key={population.id} population={population} act={act} />
      ))}
      <Block title={t("population.make")}>
        <PopulationForm act={act} />
      </Block>
    </PanelFrame>
  );
}
