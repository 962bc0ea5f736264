import {
  CHECK_WORDS,
  type CheckJson,
  type CheckName,
  type CheckWords,
} from "@galka/contract/json/connection";
import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleMinus,
  TriangleAlert,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { dayAndTime } from "../../../i18n/dates.ts";
import { useLocale } from "../../../i18n/use-locale.ts";
import { Raw } from "../../../ui/Raw.tsx";
import { RepairButton } from "./RepairButton.tsx";

type Props = {
  readonly channelId: string;
  readonly name: CheckName;
  /** Null until it is known. */
  readonly check: CheckJson | null;
};

const LOOKS = {
  good: { icon: CircleCheck, className: "text-green" },
  warning: { icon: TriangleAlert, className: "text-amber" },
  bad: { icon: CircleAlert, className: "text-red" },
  unknown: { icon: CircleHelp, className: "text-ink-3" },
  skipped: { icon: CircleMinus, className: "text-ink-3" },
} as const;

/** One check: its verdict as icon and word, what was found, what to do, and Meta's own answer on demand. */
export function CheckRow({ channelId, name, check }: Props) {
  const { t } = useTranslation();
  const words = useCheckWords();
  const look = check ? LOOKS[check.verdict] : null;
  const Icon = look?.icon ?? CircleDashed;
  return (
    <li className="flex min-h-15 gap-3 py-3">
      <Icon
        size={20}
        aria-hidden="true"
        className={`mt-px shrink-0 ${look?.className ?? "text-ink-3"}`}
      />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{t(`check.${name}`)}</span>
          <span className={`text-list ${look?.className ?? "text-ink-3"}`}>
            {check ? t(`verdict.${check.verdict}`) : t("verdict.pending")}
          </span>
        </p>
        {check ? (
          <>
            <p className="text-list text-ink-2 wrap-anywhere">{words(check)}</p>
            {check.evidence === null || check.evidence === undefined ? null : (
              <Raw label={t("doctor.evidence")} value={check.evidence} />
            )}
          </>
        ) : null}
      </div>
      {check?.repair ? <RepairButton channelId={channelId} repair={check.repair} /> : null}
    </li>
  );
}

function useCheckWords(): (check: CheckJson) => string {
  const { t } = useTranslation();
  const locale = useLocale();
  return ({ words, facts }) => {
    const known = knownWords(words);
    if (!known) return words;
    const moments = Object.entries(facts).map(([key, value]) => [
      key,
      key === "at" || key === "expiresAt" ? dayAndTime(locale, new Date(), new Date(value)) : value,
    ]);
    return t(`checkWords.${known}`, Object.fromEntries(moments));
  };
}

/** A newer server may say what this page has no words for; then its own word is shown. */
function knownWords(words: string): CheckWords | null {
  return CHECK_WORDS.find((known) => known === words) ?? null;
}
