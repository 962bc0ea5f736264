import type { ActivityJson } from "@galka/contract/json/activity";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Moment } from "../../../ui/marks/Moment.tsx";
import { useActivityWords } from "./use-activity-words.ts";

/** A line that tells what was done with the conversation, by whom and when. */
export function ActivityLine({ activity }: { readonly activity: ActivityJson }) {
  const { t } = useTranslation();
  const words = useActivityWords();
  const note = textOf(activity.after?.["note"]);
  const other = textOf(activity.after?.["conversationId"]);
  return (
    <div className="mx-auto my-1.5 max-w-140 text-center text-meta text-ink-2" dir="auto">
      {words(activity)} <Moment at={activity.at} as="clock" className="text-ink-3" />
      {note === null ? null : <q className="block text-list text-ink">{note}</q>}
      {other === null ? null : (
        <Link to="/inbox/$conversationId" params={{ conversationId: other }} className="link ml-1">
          {t("activity.openOther")}
        </Link>
      )}
    </div>
  );
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
