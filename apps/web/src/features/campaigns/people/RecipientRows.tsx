import type { RecipientJson } from "@galka/contract/json/campaigns/recipient";
import { SKIPS } from "@galka/core/campaigns/recipient";
import { Link } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import {
  Check,
  CheckCheck,
  CircleAlert,
  CircleHelp,
  CircleSlash,
  Clock,
  type LucideIcon,
  MousePointerClick,
  Reply,
  UserX,
} from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../../i18n/use-locale.ts";
import { Moment } from "../../../ui/marks/Moment.tsx";
import { usePhoneFormat, phoneText } from "../../contact/phone-format.ts";
import { NamedIcon } from "../NamedIcon.tsx";

type Props = { readonly people: readonly RecipientJson[]; readonly onEnd: () => void };

const ROW = 60;
const AHEAD = 15;

/** People of a campaign, as many as there are: only those in sight are drawn. */
export function RecipientRows({ people, onEnd }: Props) {
  const { t } = useTranslation();
  usePhoneFormat();
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- its functions are used where they are made and not passed on
  const virtualizer = useVirtualizer({
    count: people.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
    initialRect: { width: 360, height: 800 },
  });
  const rows = virtualizer.getVirtualItems();
  const nearEnd = (rows.at(-1)?.index ?? 0) >= people.length - AHEAD;
  useEffect(() => {
    if (nearEnd) onEnd();
  });
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto px-4 pb-4 narrow:px-8">
      <ul
        aria-label={t("campaigns.tab.people")}
        className="relative mx-auto max-w-280 rounded-bubble border bg-surface"
        style={{ height: virtualizer.getTotalSize() + 2 }}
      >
        {rows.map((row) => {
          const person = people[row.index];
          return person ? (
            <li
              key={person.id}
              data-recipient={person.id}
              className="absolute inset-x-0 top-0 flex items-center gap-3 border-b px-4 last:border-b-0"
              style={{ height: ROW, transform: `translateY(${row.start}px)` }}
            >
              <Recipient person={person} />
            </li>
          ) : null;
        })}
      </ul>
    </div>
  );
}

const ICONS: Readonly<
  Record<RecipientJson["state"], { readonly icon: LucideIcon; readonly tone: string }>
> = {
  planned: { icon: Clock, tone: "text-ink-3" },
  queued: { icon: Clock, tone: "text-ink-3" },
  unknown: { icon: CircleHelp, tone: "text-amber" },
  sent: { icon: Check, tone: "text-ink-2" },
  delivered: { icon: CheckCheck, tone: "text-ink-2" },
  read: { icon: CheckCheck, tone: "text-blue-ink" },
  failed: { icon: CircleAlert, tone: "text-red" },
  skipped: { icon: CircleSlash, tone: "text-ink-3" },
};

function Recipient({ person }: { readonly person: RecipientJson }) {
  const { t } = useTranslation();
  const { icon: Icon, tone } = ICONS[person.state];
  const name = person.name ?? (person.phone ? phoneText(person.phone) : t("contact.unnamed"));
  return (
    <>
      <span className="min-w-0 flex-1 text-list">
        <span className="flex items-center gap-2">
          {person.conversationId === null ? (
            <bdi className="truncate font-medium">{name}</bdi>
          ) : (
            <Link
              to="/inbox/$conversationId"
              params={{ conversationId: person.conversationId }}
              className="link truncate font-medium"
            >
              <bdi>{name}</bdi>
            </Link>
          )}
          <Marks person={person} />
        </span>
        <span className="line-clamp-2 text-meta text-ink-2 narrow:line-clamp-1 narrow:text-list">
          <Reason person={person} />
        </span>
      </span>
      <span className={`inline-flex items-center gap-1.5 text-list ${tone}`}>
        <Icon size={16} aria-hidden="true" />
        {/* Where there is little room, the reason says it. */}
        <span className={person.problem === null ? undefined : "sr-only narrow:not-sr-only"}>
          {t(`campaigns.recipient.${person.state}`)}
        </span>
      </span>
      <Moment
        at={person.answeredAt ?? person.stateAt}
        as="list"
        className="hidden w-16 text-right text-meta text-ink-2 narrow:block"
      />
    </>
  );
}

function Marks({ person }: { readonly person: RecipientJson }) {
  const { t } = useTranslation();
  const marks = [
    [person.tappedAt, MousePointerClick, "tapped"],
    [person.answeredAt, Reply, "answered"],
    [person.optedOutAt, UserX, "opted-out"],
  ] as const;
  return marks.map(([at, Icon, mark]) =>
    at === null ? null : (
      <NamedIcon
        key={mark}
        icon={Icon}
        size={14}
        name={t(`campaigns.mark.${mark}`)}
        className="text-ink-2"
      />
    ),
  );
}

/** Why somebody failed or was left out; otherwise their number. */
function Reason({ person }: { readonly person: RecipientJson }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { problem, explanation, phone, dueAt, state } = person;
  if (problem !== null) {
    const skip = SKIPS.find((it) => it === problem);
    return explanation?.[locale] ?? (skip ? t(`campaigns.skip.${skip}`) : problem);
  }
  if (state === "planned" && dueAt !== null) {
    return (
      <>
        {t("campaigns.recipients.from")} <Moment at={dueAt} as="day" />
      </>
    );
  }
  return phone ? phoneText(phone) : "";
}
