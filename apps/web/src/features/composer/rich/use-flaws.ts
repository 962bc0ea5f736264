import type { DraftFlaw } from "@galka/core/messages/draft-flaw";
import { type RichDraft, flawsOf } from "@galka/core/messages/rich-draft";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";

/** What cannot get better by writing on is said at once; the rest when somebody wants to send. */
const AT_ONCE: readonly DraftFlaw["flaw"][] = ["too-long", "too-many", "repeated"];

export type Flaws = {
  /** Nothing is wrong: it may be sent. */
  readonly none: boolean;
  /** What is wrong at a place, in words; null when nothing is or it is not said yet. */
  readonly at: (place: string) => string | null;
  /** Says everything from now on. */
  readonly sayAll: () => void;
};

/** What is wrong with a draft while it is filled in; one that is not there yet has no place. */
export function useFlaws(draft: RichDraft | null): Flaws {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const flaws: readonly DraftFlaw[] =
    draft === null ? [{ at: "place", flaw: "not-a-place" }] : flawsOf(draft);
  const said = flaws.filter(({ flaw }) => all || AT_ONCE.includes(flaw));
  return {
    none: flaws.length === 0,
    at: (place) => {
      const flaw = said.find(({ at }) => at === place);
      return flaw ? wordsOf(t, flaw) : null;
    },
    sayAll: () => setAll(true),
  };
}

function wordsOf(t: TFunction, flaw: DraftFlaw): string {
  return "max" in flaw
    ? t(`rich.flaw.${flaw.flaw}`, { count: flaw.max })
    : t(`rich.flaw.${flaw.flaw}`);
}
