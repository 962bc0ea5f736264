import { ChevronRight, RotateCw } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RequestDetailJson, RequestJson } from "@galka/emulator/wire/requests";
import { useActions } from "../../api/actions.ts";
import { call } from "../../api/emulator.ts";
import { usePolled } from "../../api/use-polled.ts";
import { exactTime, secondTime } from "../../text/time.ts";
import { Explained } from "./Explained.tsx";
import { JsonView } from "./JsonView.tsx";

type Props = { readonly request: RequestJson; readonly onReplay: () => void };

/** One call: what was asked, what was answered, and why if it was an error. */
export function RequestRow({ request, onReplay }: Props) {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState(false);
  const at = Date.parse(request.at);
  const failed = request.status === null || request.status >= 400;
  return (
    <li className="hairline-b" data-request={request.id}>
      <button
        type="button"
        aria-expanded={open}
        className="row-btn px-1!"
        onClick={() => setOpen(!open)}
      >
        <ChevronRight size={16} aria-hidden className={`flex-none ${open ? "rotate-90" : ""}`} />
        <span
          className={`w-9 flex-none font-mono text-list font-medium ${failed ? "text-red" : "text-green"}`}
        >
          {request.status ?? t("log.lost")}
        </span>
        <span className="min-w-0 flex-1">
          <span className="block truncate font-mono text-list">
            {request.method} {request.path}
          </span>
          <span className="block truncate text-meta text-ink-3">
            {[
              request.code === null ? "" : codeWords(request),
              request.to === null ? "" : t("log.toPerson", { to: request.to }),
              t("log.ms", { count: Math.round(request.durationMs) }),
              request.replayOf === null ? "" : t("log.isReplay"),
            ]
              .filter((it) => it !== "")
              .join(" · ")}
          </span>
        </span>
        <time
          dateTime={request.at}
          title={exactTime(at, i18n.language)}
          className="flex-none text-meta text-ink-3"
        >
          {secondTime(at, i18n.language)}
        </time>
      </button>
      {open && <RequestDetail id={request.id} onReplay={onReplay} />}
    </li>
  );
}

function codeWords({ code, subcode }: RequestJson): string {
  return subcode === null ? `${code}` : `${code} / ${subcode}`;
}

type DetailProps = { readonly id: string; readonly onReplay: () => void };

function RequestDetail({ id, onReplay }: DetailProps) {
  const { t } = useTranslation();
  const { attempt } = useActions();
  const path = `requests/${encodeURIComponent(id)}`;
  const { value } = usePolled(() => call<RequestDetailJson>("GET", path), id);
  return (
    <div className="space-y-3 ps-7 pe-1 pb-3 text-list">
      {value && (
        <>
          {value.explanation !== null && <Explained explanation={value.explanation} />}
          {value.query !== "" && <p className="font-mono break-all text-ink-2">{value.query}</p>}
          <div className="grid gap-3 @3xl:grid-cols-2">
            {value.body !== null && value.body !== "" && (
              <JsonView text={value.body} label={t("log.asked")} />
            )}
            {value.answer !== null && <JsonView text={value.answer} label={t("log.answered")} />}
          </div>
        </>
      )}
      <button
        type="button"
        className="btn"
        onClick={() =>
          attempt(async () => {
            await call<RequestDetailJson>("POST", `${path}/replay`);
            onReplay();
          })
        }
      >
        <RotateCw size={16} aria-hidden /> {t("log.replay")}
      </button>
    </div>
  );
}
