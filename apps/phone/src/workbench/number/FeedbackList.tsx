import { Ban, BellOff, BellRing, Flag, type LucideIcon, Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ListJson } from "@galka/emulator/wire/control";
import type { FeedbackJson } from "@galka/emulator/wire/feedback";
import { call } from "../../api/emulator.ts";
import { usePolled } from "../../api/use-polled.ts";
import { usePhones } from "../../state/store.ts";
import { exactTime } from "../../text/time.ts";
import { Block } from "../parts/Block.tsx";

const SHOWN = 20;

const SIGNS: Record<FeedbackJson["kind"], LucideIcon> = {
  block: Ban,
  unblock: Undo2,
  report: Flag,
  "marketing-stop": BellOff,
  "marketing-resume": BellRing,
};

/** What people let Meta know about a number, the latest first. */
export function FeedbackList({ phoneNumberId }: { readonly phoneNumberId: string }) {
  const { t } = useTranslation();
  const { value } = usePolled(
    () => call<ListJson<FeedbackJson>>("GET", `feedback?phoneNumberId=${phoneNumberId}`),
    phoneNumberId,
  );
  const all = value?.data ?? [];
  const note =
    all.length === 0
      ? t("number.noFeedback")
      : all.length > SHOWN
        ? t("number.lastOf", { shown: SHOWN, count: all.length })
        : undefined;
  return (
    <Block title={t("number.feedbackTitle")} note={note}>
      <ol className="divide-y divide-hairline text-list">
        {all
          .slice(-SHOWN)
          .toReversed()
          .map((it) => (
            <FeedbackLine key={it.id} feedback={it} />
          ))}
      </ol>
    </Block>
  );
}

function FeedbackLine({ feedback }: { readonly feedback: FeedbackJson }) {
  const { t, i18n } = useTranslation();
  const name = usePhones((phones) => phones.people.find((it) => it.id === feedback.personId)?.name);
  const Sign = SIGNS[feedback.kind];
  const { reason } = feedback;
  return (
    <li className="flex items-center gap-2 py-1.5">
      <Sign size={16} aria-hidden className="flex-none text-ink-3" />
      <span className="min-w-0 flex-1">
        {name ?? feedback.personId}: {t(`number.feedback.${feedback.kind}`)}
        {reason !== null && `, ${t(`report.reason.${reason}`, { defaultValue: reason })}`}
      </span>
      <time dateTime={feedback.at} className="flex-none text-meta text-ink-3">
        {exactTime(Date.parse(feedback.at), i18n.language)}
      </time>
    </li>
  );
}
