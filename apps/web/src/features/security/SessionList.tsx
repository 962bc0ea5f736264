import type { SessionJson } from "@galka/contract/json/team";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Moment } from "../../ui/marks/Moment.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useDeed } from "../../api/use-deed.ts";
import { deviceOf } from "./device-of.ts";

/** Where one is signed in; any but this one can be ended. */
export function SessionList({ sessions }: { readonly sessions: readonly SessionJson[] }) {
  const { t } = useTranslation();
  const api = useApi();
  const queryClient = useQueryClient();
  const { busy, error, run } = useDeed();

  async function end(deed: () => Promise<unknown>): Promise<void> {
    await run(deed);
    void queryClient.invalidateQueries({ queryKey: ["security"] });
  }

  return (
    <div className="flex flex-col gap-3">
      <ul className="flex flex-col divide-y">
        {sessions.map(({ id, userAgent, address, lastSeenAt, isThis }) => (
          <li key={id} className="flex flex-wrap items-center gap-3 py-3">
            <div className="min-w-50 flex-1">
              <p>{userAgent ? deviceOf(userAgent) : t("security.unknownDevice")}</p>
              <p className="text-list text-ink-2">
                {address} ·{" "}
                {isThis ? t("security.thisDevice") : <Moment at={lastSeenAt} as="day" />}
              </p>
            </div>
            {isThis ? null : (
              <Button
                busy={busy}
                onClick={() => void end(() => api("endSession", { params: { id } }))}
              >
                {t("security.end")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {error ? <Notice tone="bad">{error}</Notice> : null}
      {sessions.length > 1 ? (
        <Button
          className="self-start"
          look="danger"
          busy={busy}
          onClick={() => void end(() => api("endOtherSessions", {}))}
        >
          {t("security.endOthers")}
        </Button>
      ) : null}
    </div>
  );
}
