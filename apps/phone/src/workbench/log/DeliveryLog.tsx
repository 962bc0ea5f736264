import { ChevronRight, CircleCheck, CircleX, Clock, type LucideIcon } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DeliveryJson, ListJson } from "@galka/emulator/wire/control";
import { call } from "../../api/emulator.ts";
import { exactTime, secondTime } from "../../text/time.ts";
import { Choice } from "../parts/Choice.tsx";
import { DeliveryDetail } from "./DeliveryDetail.tsx";
import { queryOf } from "./query.ts";
import { Search } from "./Search.tsx";
import { usePolled } from "../../api/use-polled.ts";

const PAGE = 100;
const STATES = ["all", "waiting", "delivered", "given-up"] as const;

/** Webhooks that the emulator sent or is trying to send, latest first. */
export function DeliveryLog() {
  const { t } = useTranslation();
  const [state, setState] = useState<(typeof STATES)[number]>("all");
  const [open, setOpen] = useState<string | null>(null);
  const [text, setText] = useState("");
  const [limit, setLimit] = useState(PAGE);
  const query = queryOf({ text, limit, state: state === "all" ? "" : state });
  const { value, again } = usePolled(
    () => call<ListJson<DeliveryJson>>("GET", `deliveries?${query}`),
    query,
  );
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Search label={t("log.searchDeliveries")} onSearch={setText} />
        <Choice
          label={t("log.state")}
          bare
          value={state}
          options={STATES}
          words={(it) => t(`log.states.${it}`)}
          onChange={setState}
        />
      </div>
      {value?.data.length === 0 && <p className="py-6 text-center text-ink-3">{t("log.empty")}</p>}
      <ol aria-label={t("log.deliveries")}>
        {value?.data.map((delivery) => (
          <li key={delivery.id} className="hairline-b">
            <DeliveryRow
              delivery={delivery}
              open={open === delivery.id}
              onToggle={() => setOpen(open === delivery.id ? null : delivery.id)}
            />
            {open === delivery.id && <DeliveryDetail delivery={delivery} onChange={again} />}
          </li>
        ))}
      </ol>
      {value !== null && value.next !== null && (
        <button type="button" className="btn" onClick={() => setLimit(limit + PAGE)}>
          {t("log.older")}
        </button>
      )}
    </>
  );
}

const SIGN: Record<DeliveryJson["state"], readonly [LucideIcon, string]> = {
  waiting: [Clock, "text-amber"],
  delivered: [CircleCheck, "text-green"],
  "given-up": [CircleX, "text-red"],
};

type RowProps = {
  readonly delivery: DeliveryJson;
  readonly open: boolean;
  readonly onToggle: () => void;
};

function DeliveryRow({ delivery, open, onToggle }: RowProps) {
  const { t, i18n } = useTranslation();
  const at = Date.parse(delivery.createdAt);
  const [Sign, colour] = SIGN[delivery.state];
  return (
    <button type="button" aria-expanded={open} className="row-btn px-1!" onClick={onToggle}>
      <ChevronRight size={16} aria-hidden className={`flex-none ${open ? "rotate-90" : ""}`} />
      <span title={t(`log.states.${delivery.state}`)} className={`flex-none ${colour}`}>
        <Sign size={18} aria-hidden />
        <span className="sr-only">{t(`log.states.${delivery.state}`)}</span>
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-mono text-list">{delivery.field}</span>
        <span className="block truncate text-meta text-ink-3">
          {t("log.updates", { count: delivery.updateCount })} ·{" "}
          {delivery.lastStatus ?? delivery.lastError ?? t("log.noAnswer")} ·{" "}
          {t("log.attempts", { count: delivery.attemptCount })}
        </span>
      </span>
      <time
        dateTime={delivery.createdAt}
        title={exactTime(at, i18n.language)}
        className="flex-none text-meta text-ink-3"
      >
        {secondTime(at, i18n.language)}
      </time>
    </button>
  );
}
