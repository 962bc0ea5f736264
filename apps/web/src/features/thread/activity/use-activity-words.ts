import type { ActivityJson } from "@galka/contract/json/activity";
import { REFUSALS } from "@galka/contract/refusals";
import { CONSENT_PURPOSES } from "@galka/core/consent/consent";
import { WORK_STATES, PRIORITIES } from "@galka/core/conversations/work";
import { SLA_TARGETS } from "@galka/core/sla/sla-policy";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../api/me.ts";
import { dayAndTime } from "../../../i18n/dates.ts";
import { useLocale } from "../../../i18n/use-locale.ts";
import { useWorkspace } from "../../../sync/SyncProvider.tsx";
import { useNow } from "../../../sync/use-now.ts";
import { useLabels } from "../../labels/labels-query.ts";
import { useTeamNames } from "../../library/use-team-names.ts";

type Names = {
  readonly member: (id: unknown) => string | null;
  readonly label: (id: unknown) => string;
  readonly team: (id: unknown) => string;
  readonly channel: (id: unknown) => string;
  readonly time: (at: unknown) => string;
};

/** Actions that are told by who did them alone. */
const PLAIN = [
  "message-pinned",
  "message-unpinned",
  "note-changed",
  "note-deleted",
  "scheduled-message-cancelled",
  "contact-blocked",
  "contact-unblocked",
  "conversation-reopened",
  "conversation-woken",
] as const;

/** Says what was done in the member's language; an action that is not known is told as it is called. */
export function useActivityWords(): (activity: ActivityJson) => string {
  const { t } = useTranslation();
  const locale = useLocale();
  const me = useMe().member.id;
  const members = useWorkspace((state) => state.members);
  const channels = useWorkspace((state) => state.channels);
  const labels = useLabels();
  const teams = useTeamNames();
  const now = useNow("halfMinute");
  const names: Names = {
    member: (id) =>
      id === me ? t("thread.you") : (members?.get(typeof id === "string" ? id : "")?.name ?? null),
    label: (id) => labels.find((it) => it.id === id)?.name ?? t("activity.goneLabel"),
    team: (id) => teams.find((it) => it.id === id)?.name ?? t("activity.goneTeam"),
    channel: (id) => channels?.get(typeof id === "string" ? id : "")?.name ?? t("channel.removed"),
    time: (at) => (typeof at === "string" ? dayAndTime(locale, now, new Date(at)) : ""),
  };
  return (activity) => wordsOf(t, names, activity);
}

function wordsOf(t: TFunction, names: Names, activity: ActivityJson): string {
  const { action, actor, before, after } = activity;
  const name = names.member(activity.actorId) ?? t(`activity.actor.${actor}`);
  const plain = PLAIN.find((it) => it === action);
  if (plain) return t(`activity.${plain}`, { name });
  switch (action) {
    case "label-added":
      return t("activity.label-added", { name, label: names.label(after?.["labelId"]) });
    case "label-removed":
      return t("activity.label-removed", { name, label: names.label(before?.["labelId"]) });
    case "message-scheduled":
    case "scheduled-message-changed":
      return t(`activity.${action}`, { name, time: names.time(after?.["sendAt"]) });
    case "scheduled-message-failed": {
      const code = REFUSALS.find((it) => it === after?.["refused"]);
      return t("activity.scheduled-message-failed", { why: code ? t(`refusal.${code}`) : "" });
    }
    case "satisfaction-asked":
      return t(
        after?.["askedBy"] === "template"
          ? "activity.satisfaction-asked-template"
          : "activity.satisfaction-asked",
      );
    case "satisfaction-answered": {
      const rating = ratingWords(t, after);
      return before
        ? t("activity.satisfaction-changed", { before: ratingWords(t, before), rating })
        : t("activity.satisfaction-answered", { rating });
    }
    case "consent-granted":
    case "consent-withdrawn":
    case "consent-asked": {
      const purpose = CONSENT_PURPOSES.find((it) => it === after?.["purpose"]);
      const what = purpose ? t(`consent.purpose.${purpose}`) : "";
      return t(`activity.${action}`, { name, purpose: what });
    }
    case "conversation-transferred":
    case "conversation-continued":
      return t(`activity.${action}`, { name, channel: names.channel(after?.["channelId"]) });
    default:
      return workWords(t, names, activity, name);
  }
}

function ratingWords(t: TFunction, rating: ActivityJson["after"]): string {
  const { score, of } = rating ?? {};
  const isKnown = typeof score === "number" && typeof of === "number";
  return isKnown ? t("rating.of", { score, of }) : "";
}

function workWords(t: TFunction, names: Names, activity: ActivityJson, name: string): string {
  const { action, after } = activity;
  const target = SLA_TARGETS.find((it) => it === after?.["target"]);
  if (target && (action === "sla-warned" || action === "sla-broken")) {
    return t(`activity.${action}.${target}`, { time: names.time(after?.["dueAt"]) });
  }
  if (action === "conversation-assigned") {
    const other = names.member(after?.["assigneeId"]);
    if (other === null) return t("activity.unassigned", { name });
    const isOwn = after?.["assigneeId"] === activity.actorId;
    return isOwn ? t("activity.taken", { name }) : t("activity.assigned", { name, other });
  }
  if (action === "conversation-team-changed") {
    const team = after?.["teamId"];
    return typeof team === "string"
      ? t("activity.toTeam", { name, team: names.team(team) })
      : t("activity.fromTeam", { name });
  }
  const state = WORK_STATES.find((it) => it === after?.["status"]);
  if (state && /^conversation-(state|status)-changed$/u.test(action)) {
    return t(`activity.state.${state}`, { name });
  }
  const priority = PRIORITIES.find((it) => it === after?.["priority"]);
  if (priority && action === "conversation-priority-changed") {
    return t("activity.priority", { name, priority: t(`activity.priorities.${priority}`) });
  }
  return t("activity.other", { name, action: action.replaceAll("-", " ") });
}
