import { useEffect, useState } from "react";
import { useLocale } from "../../../i18n/use-locale.ts";
import { type Emoji, loadEmoji } from "./emoji-data.ts";

/** All emoji in the page's language once they are `wanted`; null until they are here. */
export function useEmoji(wanted: boolean): readonly Emoji[] | null {
  const locale = useLocale();
  const [all, setAll] = useState<readonly Emoji[] | null>(null);
  useEffect(() => {
    if (!wanted) return undefined;
    let gone = false;
    loadEmoji(locale).then(
      (loaded) => {
        if (!gone) setAll(loaded);
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [wanted, locale]);
  return all;
}
