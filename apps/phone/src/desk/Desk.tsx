import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LogDrawer } from "../log/LogDrawer.tsx";
import type { Asked } from "../prefs/address.ts";
import { ControlStrip } from "./ControlStrip.tsx";
import { DeskHead } from "./DeskHead.tsx";
import { LinkBar } from "./LinkBar.tsx";
import { PhoneColumn } from "./PhoneColumn.tsx";
import { PhoneTabs } from "./PhoneTabs.tsx";
import { useDesk } from "./use-desk.ts";

/** Several phones side by side, the controls of their world below, its log at the right. */
export function Desk({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation();
  const desk = useDesk(asked.person);
  const [logOpen, setLogOpen] = useState(false);
  return (
    <div className="flex h-full flex-col">
      <DeskHead logOpen={logOpen} onLog={() => setLogOpen(!logOpen)} onAdd={desk.add} />
      <LinkBar />
      <div className="relative flex min-h-0 flex-1">
        <main className="flex min-w-0 flex-1 flex-col">
          <PhoneTabs slots={desk.slots ?? []} />
          <div className="flex min-h-0 flex-1 snap-x snap-mandatory justify-center-safe gap-8 overflow-x-auto px-6 py-4 max-sm:gap-0 max-sm:p-0">
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
        </main>
        {logOpen && <LogDrawer onClose={() => setLogOpen(false)} />}
      </div>
      <ControlStrip />
    </div>
  );
}
