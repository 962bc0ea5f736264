import { Smile } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";

const EmojiPopover = lazy(() =>
  import("./EmojiPopover.tsx").then((module) => ({ default: module.EmojiPopover })),
);

type Props = { readonly onPick: (emoji: string) => void };

/** Opens all emoji. What it opens is made when it is first pressed: most conversations never need it. */
export function EmojiButton({ onPick }: Props) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(false);
  const button = (
    <button
      type="button"
      aria-label={t("emoji.open")}
      aria-haspopup="dialog"
      aria-expanded={false}
      title={t("emoji.open")}
      className="control-icon inline-flex shrink-0 items-center justify-center text-ink-2 hover:bg-surface-3"
      onClick={() => setWanted(true)}
    >
      <Smile size={20} aria-hidden="true" />
    </button>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <EmojiPopover onPick={onPick} />
    </Suspense>
  );
}
