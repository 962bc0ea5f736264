import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LedgerEntryJson } from "@galka/emulator/wire/control";
import type { ExplanationJson } from "@galka/emulator/wire/requests";
import { call } from "../../api/emulator.ts";
import { usePolled } from "../../api/use-polled.ts";
import { exactTime, secondTime } from "../../text/time.ts";
import { useTail } from "../parts/use-tail.ts";
import { Explained } from "./Explained.tsx";
import { JsonView } from "./JsonView.tsx";
import { queryOf, sendFilter } from "./query.ts";
import { Search } from "./Search.tsx";

const SHOWN = 200;

/** Every send that the emulator accepted, latest first. */
export function SendLog() {
  const { t } = useTranslation();
  const [open, setOpen] = useState<number | null>(null);
  const [sought, setSought] = useState("");
  const { value } = useTail<LedgerEntryJson>("ledger", queryOf(sendFilter(sought)), SHOWN);
  return (
    <>
      <div className="flex">
        <Search label={t("log.searchSends")} onSearch={setSought} />
      </div>
      {value?.length === 0 && <p className="py-6 text-center text-ink-3">{t("log.noSends")}</p>}
      <ol aria-label={t("log.sends")}>
        {value?.map((entry) => (
          <li key={entry.id} className="hairline-b">
            <SendRow
              entry={entry}
              open={open === entry.id}
              onToggle={() => setOpen(open === entry.id ? null : entry.id)}
            />
            {open === entry.id && <SendDetail entry={entry} />}
          </li>
        ))}
      </ol>
    </>
  );
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
    <button type="button" aria-expanded={open} className="row-btn px-1!" onClick={onToggle}>
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
        {secondTime(at, i18n.language)}
      </time>
    </button>
  );
}

function SendDetail({ entry }: { readonly entry: LedgerEntryJson }) {
  const { t } = useTranslation();
  return (
    <div className="space-y-2 ps-7 pe-1 pb-3 text-list">
      {entry.errorCode !== null && <WhyFailed code={entry.errorCode} />}
      <p className="font-mono text-meta break-all text-ink-2">{entry.wamid}</p>
      <JsonView text={JSON.stringify(entry.body)} label={t("log.body")} />
    </div>
  );
}

function WhyFailed({ code }: { readonly code: number }) {
  const { value } = usePolled(() => call<ExplanationJson>("GET", `explain/${code}`), String(code));
  return value && <Explained explanation={value} />;
}
