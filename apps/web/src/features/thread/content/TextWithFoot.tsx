import type { ReactNode } from "react";
import { isBigEmoji } from "../text/big-emoji.ts";
import { FormattedText } from "../text/FormattedText.tsx";

type Props = { readonly text: string; readonly foot: ReactNode };

/** A text with time and ticks behind its last line, or below it where there is no room. */
export function TextWithFoot({ text, foot }: Props) {
  return (
    <div className="flex flex-wrap items-end justify-end gap-x-3">
      <div className="min-w-0 grow">
        {isBigEmoji(text) ? (
          <p className="py-1 text-[34px] leading-10">{text}</p>
        ) : (
          <FormattedText text={text} />
        )}
      </div>
      {foot}
    </div>
  );
}
