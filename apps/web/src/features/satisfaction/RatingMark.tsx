import { type RatingWord, isScale, wordOf } from "@galka/core/satisfaction/rating";
import { Frown, Meh, Smile } from "lucide-react";
import { useTranslation } from "react-i18next";
import { classNames } from "../../ui/class-names.ts";

type Props = { readonly rating: { readonly score: number; readonly of: number } };

const FACES = { good: Smile, ok: Meh, bad: Frown } as const;
const TONES = {
  good: "text-green",
  ok: "text-ink-2",
  bad: "text-red",
} as const satisfies Record<RatingWord, string>;

/** A rating as a face and as what it is of: told apart by shape, not by colour alone. */
export function RatingMark({ rating: { score, of } }: Props) {
  const { t } = useTranslation();
  if (!isScale(of)) return null;
  const word = wordOf({ score, of });
  const Face = FACES[word];
  return (
    <span className={classNames("inline-flex items-center gap-1 whitespace-nowrap", TONES[word])}>
      <Face size={16} aria-hidden="true" />
      <span className="sr-only">{t(`rating.${word}`)}</span>
      <span className="tabular-nums">{t("rating.of", { score, of })}</span>
    </span>
  );
}
