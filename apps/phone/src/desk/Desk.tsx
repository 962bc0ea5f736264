import { useTranslation } from "react-i18next";
import type { Asked } from "../prefs/address.ts";
import { useWhere } from "../workbench/panel.ts";
import { PanelPlace } from "../workbench/PanelPlace.tsx";
import { PanelRail } from "../workbench/PanelRail.tsx";
import { ControlStrip } from "./ControlStrip.tsx";
import { DeskHead } from "./DeskHead.tsx";
import { LinkBar } from "./LinkBar.tsx";
import { PhoneColumn } from "./PhoneColumn.tsx";
import { PhoneTabs } from "./PhoneTabs.tsx";
import { type DeskState, useDesk } from "./use-desk.ts";

/** Several phones side by side, the workbench of their world beside them, its clock below. */
export function Desk({ asked }: { readonly asked: Asked }) {
  const desk = useDesk(asked.person);
  const { panel } = useWhere();
  return (
    <div className="flex h-full flex-col">
      <DeskHead onAdd={desk.add} />
      <LinkBar />
      <div className="flex min-h-0 flex-1 max-sm:flex-col">
        <PanelRail />
        <main className="flex min-h-0 min-w-0 flex-1">
          <Phones desk={desk} asked={asked} aside={panel !== null} />
          {panel !== null && <PanelPlace key={panel} panel={panel} />}
        </main>
      </div>
      <ControlStrip />
    </div>
  );
}

type PhonesProps = {
  readonly desk: DeskState;
  readonly asked: Asked;
  /** A panel has the larger part of the screen, and all of a small one. */
  readonly aside: boolean;
};

function Phones({ desk, asked, aside }: PhonesProps) {
  const { t } = useTranslation();
  return (
    <section
      aria-label={t("desk.phones")}
      className={`flex min-w-0 flex-col ${aside ? "w-[404px] flex-none max-lg:hidden" : "flex-1"}`}
    >
      <PhoneTabs slots={desk.slots ?? []} aside={aside} />
      <div
        className={`flex min-h-0 flex-1 snap-x snap-mandatory overflow-x-auto py-4 max-sm:gap-0 max-sm:p-0 ${
          aside ? "gap-4 px-4" : "justify-center-safe gap-8 px-6"
        }`}
      >
        {desk.slots?.map((slot) => (
          <PhoneColumn
            key={slot.id}
            slot={slot}
            chatId={slot.personId === asked.person ? asked.chat : null}
            onChoose={(personId) => desk.choose(slot.id, personId)}
            onRemove={() => desk.remove(slot.id)}
          />
        ))}
        {desk.slots?.length === 0 && (
          <div className="m-auto max-w-xs text-center text-ink-2">
            <p className="mb-4">{t("desk.empty")}</p>
            <button type="button" className="btn btn-primary" onClick={desk.add}>
              {t("desk.add")}
            </button>
          </div>
        )}
      </div>
    </section>
  );
}
