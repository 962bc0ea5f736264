import type { SlaAlertJson } from "@galka/contract/json/sla";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { classNames } from "../../ui/class-names.ts";
import { Moment } from "../../ui/marks/Moment.tsx";
import { SLA_TONE, SlaIcon } from "./SlaIcon.tsx";

type Props = {
  readonly alerts: readonly SlaAlertJson[];
  readonly lineClass: string;
  readonly onOpen: () => void;
};

/** What of the team's targets the member is to hear of: what will soon be due, and what was broken. */
export function SlaAlerts({ alerts, lineClass, onOpen }: Props) {
  const { t } = useTranslation();
  return (
    <ul className="flex flex-col">
      {alerts.map((it) => {
        const look = it.is === "broken" ? "late" : "soon";
        return (
          <li key={it.id}>
            <Link
              to="/inbox/$conversationId"
              params={{ conversationId: it.conversationId }}
              className={lineClass}
              onClick={onOpen}
            >
              <span className="flex items-baseline gap-2">
                <span
                  className={classNames(
                    "flex min-w-0 items-center gap-1",
                    SLA_TONE[look],
                    it.isSeen && "font-normal",
                  )}
                >
                  <SlaIcon is={look} size={14} />
                  <span className="truncate">{t(`sla.alert.${it.is}.${it.target}`)}</span>
                </span>
                <Moment at={it.at} as="list" className="ml-auto shrink-0 text-meta text-ink-3" />
              </span>
              <span className={classNames("truncate", !it.isSeen && "font-semibold")}>
                <bdi>{it.contactName || t("contact.unnamed")}</bdi>
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
