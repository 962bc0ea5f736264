import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListJson, OkJson } from "@galka/emulator/wire/control";
import type { RequestJson } from "@galka/emulator/wire/requests";
import { useActions } from "../../api/actions.ts";
import { call } from "../../api/emulator.ts";
import { usePolled } from "../../api/use-polled.ts";
import { Choice } from "../parts/Choice.tsx";
import { queryOf } from "./query.ts";
import { RequestRow } from "./RequestRow.tsx";
import { Search } from "./Search.tsx";

const PAGE = 100;
const STATUSES = ["", "2xx", "4xx", "5xx", "none"] as const;
const METHODS = ["", "GET", "POST", "DELETE"] as const;

/** Every call to the Graph API, the latest first. */
export function RequestLog() {
  const { t } = useTranslation();
  const { attempt } = useActions();
  const [text, setText] = useState("");
  const [status, setStatus] = useState<(typeof STATUSES)[number]>("");
  const [method, setMethod] = useState<(typeof METHODS)[number]>("");
  const [limit, setLimit] = useState(PAGE);
  const query = queryOf({ text, status, method, limit });
  const { value, again } = usePolled(
    () => call<ListJson<RequestJson>>("GET", `requests?${query}`),
    query,
  );
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Search label={t("log.searchRequests")} onSearch={setText} />
        <Choice
          label={t("log.method")}
          bare
          value={method}
          options={METHODS}
          words={(it) => (it === "" ? t("log.anyMethod") : it)}
          onChange={setMethod}
        />
        <Choice
          label={t("log.answerStatus")}
          bare
          value={status}
          options={STATUSES}
          words={(it) => t(`log.answers.${it === "" ? "any" : it}`)}
          onChange={setStatus}
        />
        <button
          type="button"
          className="btn"
          disabled={value?.data.length === 0}
          onClick={() =>
            attempt(async () => {
              await call<OkJson>("DELETE", "requests");
              again();
            })
          }
        >
          {t("log.emptyRequests")}
        </button>
      </div>
      {value?.data.length === 0 && (
        <p className="py-6 text-center text-ink-3">{t("log.noRequests")}</p>
      )}
      <ol aria-label={t("log.requests")}>
        {value?.data.map((request) => (
          <RequestRow key={request.id} request={request} onReplay={again} />
        ))}
      </ol>
      {value !== null && value.next !== null && limit < 1_000 && (
        <button type="button" className="btn" onClick={() => setLimit(limit + PAGE)}>
          {t("log.older")}
        </button>
      )}
    </>
  );
}
