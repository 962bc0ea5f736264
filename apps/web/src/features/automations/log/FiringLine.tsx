import type { FiringJson } from "@galka/contract/json/rule";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Moment } from "../../../ui/marks/Moment.tsx";
import { ACTIONS } from "../editor/start-parts.ts";
import { useReasonWords } from "../use-reason-words.ts";

/** One time that a rule was asked: about whom, and what became of each of its actions. */
export function FiringLine({ firing }: { readonly firing: FiringJson }) {
  const { t } = useTranslation();
  const reason = useReasonWords();
  const nameOf = (kind: string) => {
    const known = ACTIONS.find((it) => it === kind);
    return known ? t(`automations.action.${known}`) : kind;
  };
  return (
    <li className="py-2">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className={firing.outcome === "failed" ? "font-medium text-red" : "font-medium"}>
          {t(`automations.outcome.${firing.outcome}`)}
        </span>
        <Link
          to="/inbox/$conversationId"
          params={{ conversationId: firing.conversationId }}
          className="min-w-0 truncate text-blue-ink underline"
          dir="auto"
        >
          {firing.contactName ?? t("contact.unnamed")}
        </Link>
        <Moment at={firing.at} as="day" className="ml-auto text-list text-ink-2" />
      </p>
      {firing.because === null ? null : (
        <p className="text-list break-words text-ink-2">{reason(firing.because)}</p>
      )}
      <ul className="text-list text-ink-2">
        {firing.actions.map(({ kind, became, because }, index) => (
          <li key={`${index} ${kind}`}>
            {t(`automations.became.${became}`, { what: nameOf(kind) })}{" "}
            {because === null ? null : reason(because)}
          </li>
        ))}
      </ul>
    </li>
  );
}
