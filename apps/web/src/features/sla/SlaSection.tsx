import type { SlaJson } from "@galka/contract/json/conversation";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../sync/SyncProvider.tsx";
import { Moment } from "../../ui/marks/Moment.tsx";
import { PanelSection } from "../contact/PanelSection.tsx";
import { SlaLine } from "./SlaLine.tsx";

/** How the open conversation stands to the team's targets; nothing where none was set. */
export function SlaSection({ conversationId }: { readonly conversationId: string }) {
  const { t } = useTranslation();
  const sla = useWorkspace((state) => state.conversations.get(conversationId)?.sla);
  if (!sla || (sla.running === null && sla.brokenAt === null && sla.keptAt === null)) return null;
  return (
    <PanelSection title={t("sla.title")}>
      <dl className="flex flex-col gap-1 text-list">
        <Running sla={sla} />
        {sla.brokenAt === null ? null : <Since name={t("sla.brokenSince")} at={sla.brokenAt} />}
        {sla.keptAt === null ? null : <Since name={t("sla.keptAt")} at={sla.keptAt} />}
      </dl>
    </PanelSection>
  );
}

function Running({ sla }: { readonly sla: SlaJson }) {
  const { t } = useTranslation();
  if (sla.running === null) return null;
  return (
    <>
      <div>
        <dt className="sr-only">{t("sla.clock")}</dt>
        <dd>
          <SlaLine sla={sla} />
        </dd>
      </div>
      <Since name={t("sla.dueAt")} at={sla.running.dueAt} />
    </>
  );
}

function Since({ name, at }: { readonly name: string; readonly at: string }) {
  return (
    <div className="flex items-baseline justify-between gap-3">
      <dt className="text-ink-2">{name}</dt>
      <dd className="tabular-nums">
        <Moment at={at} as="day" />
      </dd>
    </div>
  );
}
