import type { MemberDetailJson } from "@galka/contract/json/team";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/me.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Moment } from "../../ui/marks/Moment.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { RoleSelect } from "./RoleSelect.tsx";
import { useDeed } from "../../api/use-deed.ts";

/** A member: their role, when they were last here, and what can be done about their access. */
export function MemberLine({ member }: { readonly member: MemberDetailJson }) {
  const { t } = useTranslation();
  const api = useApi();
  const { member: self } = useMe();
  const { busy, error, run } = useDeed();
  const { id, name, email, active, lastSeenAt, twoFactor } = member;
  const params = { id };
  // What only an owner may do is not offered to others.
  const untouchable = member.role === "owner" && self.role !== "owner";
  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="flex flex-wrap items-center gap-3">
        <div className="min-w-50 flex-1">
          <p className="font-medium">{id === self.id ? t("team.you", { name }) : name}</p>
          <p className="text-list break-all text-ink-2">{email}</p>
          <p className="text-list text-ink-2">
            {active ? null : t("team.deactivated")}
            {active && lastSeenAt ? (
              <>
                {t("team.lastSeen")} <Moment at={lastSeenAt} as="day" />
              </>
            ) : null}
            {active && twoFactor ? ` · ${t("team.hasTwoFactor")}` : null}
          </p>
        </div>
        <div className="w-44">
          <RoleSelect
            label={t("team.roleOf", { name })}
            held={member}
            disabled={busy || untouchable || !active}
            onChoose={(body) => void run(() => api("updateMember", { params, body }))}
          />
        </div>
        {untouchable || id === self.id ? null : (
          <Button
            busy={busy}
            look={active ? "danger" : "plain"}
            onClick={() =>
              void run(() => api(active ? "deactivateMember" : "reactivateMember", { params }))
            }
          >
            {active ? t("team.deactivate") : t("team.reactivate")}
          </Button>
        )}
        {active && twoFactor && !untouchable && id !== self.id ? (
          <Button
            busy={busy}
            onClick={() => void run(() => api("removeMemberTwoFactor", { params }))}
          >
            {t("team.removeTwoFactor")}
          </Button>
        ) : null}
      </div>
      {error ? (
        <Notice tone="bad" urgent>
          {error}
        </Notice>
      ) : null}
      {untouchable ? <p className="text-list text-ink-2">{t("team.ownersOnly")}</p> : null}
    </li>
  );
}
