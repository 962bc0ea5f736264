import { ChevronRight } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LedgerEntryJson, ListJson } from "@galka/emulator/wire/control";
import { call } from "../api/emulator.ts";
import { clockTime, exactTime } from "../text/time.ts";
import { JsonView } from "./JsonView.tsx";
import { usePolled } from "./use-polled.ts";

const PAGE = 500;
const SHOWN = 200;

/** Every send that the emulator accepted, latest first. */
export function SendLog() {
  const { t } = useTranslation();
  const [open, setOpen] = useState<number | null>(null);
  const load = useLatestSends();
  const { value } = usePolled(load, "sends");
  return (
    <>
      {value?.length === 0 && <p className="p-6 text-center text-ink-3">{t("log.noSends")}</p>}
      <ol className="min-h-0 flex-1 overflow-y-auto" aria-label={t("log.sends")}>
        {value?.map((entry) => (
          <li key={entry.id} className="hairline-b">
            <SendRow
              entry={entry}
              open={open === entry.id}
              onToggle={() => setOpen(open === entry.id ? null : entry.id)}
            />
            {open === entry.id && (
              <div className="space-y-2 bg-surface-2 px-4 py-3">
                <p className="font-mono text-meta break-all text-ink-2">{entry.wamid}</p>
                <JsonView text={JSON.stringify(entry.body)} label={t("log.body")} />
              </div>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

/**
 * The ledger runs from its beginning and only grows, so its full pages are read
 * once; only the last, which statuses still change, is read again each time.
 */
function useLatestSends(): () => Promise<readonly LedgerEntryJson[]> {
  const from = useRef<{ before: readonly LedgerEntryJson[]; after: string | null }>({
    before: [],
    after: null,
  });
  return async () => {
    for (;;) {
      const { before, after } = from.current;
      const rest = after === null ? "" : `&after=${encodeURIComponent(after)}`;
      const page = await call<ListJson<LedgerEntryJson>>("GET", `ledger?limit=${PAGE}${rest}`);
      const all = [...before, ...page.data];
      if (page.next === null) return all.slice(-SHOWN).reverse();
      from.current = { before: all.slice(-SHOWN), after: page.next };
    }
  };
}

type RowProps = {
  readonly entry: LedgerEntryJson;
  readonly open: boolean;
  readonly onToggle: () => void;
};

function SendRow({ entry, open, onToggle }: RowProps) {
  const { t, i18n } = useTranslation();
  const at = Date.parse(entry.acceptedAt);
  return (
    <button type="button" aria-expanded={open} className="row-btn px-3!" onClick={onToggle}>
      <ChevronRight size={16} aria-hidden className={`flex-none ${open ? "rotate-90" : ""}`} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-mono text-list">
          {entry.type} → {entry.to}
        </span>
        <span
          className={`block truncate text-meta ${entry.status === "failed" ? "text-red" : "text-ink-3"}`}
        >
          {t(`log.status.${entry.status}`)}
          {entry.errorCode !== null && ` ${entry.errorCode}`}
          {!entry.answered && ` · ${t("log.unanswered")}`}
        </span>
      </span>
      <time
        dateTime={entry.acceptedAt}
        title={exactTime(at, i18n.language)}
        className="flex-none text-meta text-ink-3"
      >
        {clockTime(at, i18n.language)}
      </time>
    </button>
  );
}
