import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListJson, TemplateDeskJson } from "@galka/emulator/wire/control";
import { call } from "../../api/emulator.ts";
import { usePolled } from "../../api/use-polled.ts";
import { usePhones } from "../../state/store.ts";
import { Switch } from "../../ui/Switch.tsx";
import { Block } from "../parts/Block.tsx";
import { Choice } from "../parts/Choice.tsx";
import { timeSpan } from "../parts/figures.ts";
import { PanelFrame } from "../parts/PanelFrame.tsx";
import { useAct } from "../parts/use-act.ts";
import { inDeskOrder, isWaiting } from "./template-status.ts";
import { TemplateRow } from "./TemplateRow.tsx";

const SHOWN = ["all", "waiting", "APPROVED", "REJECTED", "PAUSED", "DISABLED", "ARCHIVED"] as const;
type Shown = (typeof SHOWN)[number];

/** The reviewer's desk: what waits, what was decided, and everything that can be decided. */
export function TemplatesPanel() {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Shown>("all");
  const { value, again } = usePolled(
    () => call<ListJson<TemplateDeskJson>>("GET", "templates"),
    "templates",
  );
  const act = useAct(again);
  const all = inDeskOrder(value?.data ?? []);
  const waiting = all.filter((it) => isWaiting(it.status)).length;
  const listed = all.filter((it) => isShown(it, shown));
  return (
    <PanelFrame title={t("bench.templates")} lead={t("templates.lead")}>
      <Reviewer />
      <Block
        title={
          waiting === 0 ? t("templates.noneWaits") : t("templates.waiting", { count: waiting })
        }
        actions={
          <div className="w-48">
            <Choice
              label={t("templates.show")}
              bare
              value={shown}
              options={SHOWN}
              words={(it) => t(`templates.shown.${it}`)}
              onChange={setShown}
            />
          </div>
        }
      >
        {value !== null && listed.length === 0 && (
          <p className="py-6 text-center text-ink-3">{t("templates.none")}</p>
        )}
        <ul className="divide-y divide-hairline border-y border-hairline">
          {listed.map((template) => (
            <TemplateRow key={template.id} template={template} act={act} />
          ))}
        </ul>
      </Block>
    </PanelFrame>
  );
}

function isShown(template: TemplateDeskJson, shown: Shown): boolean {
  if (shown === "all") return true;
  return shown === "waiting" ? isWaiting(template.status) : template.status === shown;
}

/** Whether the emulator decides by itself, or waits for whoever sits here. */
function Reviewer() {
  const { t, i18n } = useTranslation();
  const act = useAct();
  const settings = usePhones((phones) => phones.settings);
  if (settings === null) return null;
  return (
    <div className="-mx-4 max-w-xl">
      <Switch
        label={t("templates.reviewer")}
        hint={
          settings.reviewer
            ? t("templates.reviewerOn", { span: timeSpan(settings.reviewDelayMs, i18n.language) })
            : t("templates.reviewerOff")
        }
        checked={settings.reviewer}
        onChange={(reviewer) => act("PATCH", "settings", { reviewer })}
      />
    </div>
  );
}
