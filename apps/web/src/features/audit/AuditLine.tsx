import type { AuditEntryJson } from "@galka/contract/json/team";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../sync/SyncProvider.tsx";
import { Moment } from "../../ui/marks/Moment.tsx";
import { changesOf } from "./changes-of.ts";
import { useActionWords } from "./use-action-words.ts";
import { useRecordWords } from "./use-record-words.ts";

/** One change: who, what, when, and what it was before and after. */
export function AuditLine({ entry }: { readonly entry: AuditEntryJson }) {
  const { t } = useTranslation();
  const wordsOf = useActionWords();
  const words = useRecordWords();
  const members = useWorkspace((state) => state.members);
  const name = entry.actor === "member" && entry.actorId && members?.get(entry.actorId)?.name;
  const who = name || t(`audit.actor.${entry.actor}`);
  const about = entry.subjectId && members?.get(entry.subjectId)?.name;
  const changes = changesOf(entry, words);
  return (
    <li className="py-3">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium">{who}</span>
        <span>{about ? `${wordsOf(entry.action)}: ${about}` : wordsOf(entry.action)}</span>
        <Moment at={entry.at} as="day" className="ml-auto text-list text-ink-2" />
      </p>
      {changes.length > 0 ? (
        <dl className="mt-1 grid gap-x-3 text-list narrow:grid-cols-[10rem_1fr]">
          {changes.map(({ field, before, after }) => (
            <div key={field} className="contents">
              <dt className="text-ink-2">{field}</dt>
              <dd className="min-w-0 break-words">
                {before === "" ? null : <del className="mr-1 text-ink-2">{before}</del>}{" "}
                {after === "" ? null : <ins className="no-underline">{after}</ins>}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </li>
  );
}
