import type { MessageJson } from "@galka/contract/json/message";
import { useTranslation } from "react-i18next";
import { classNames } from "../../../ui/class-names.ts";
import { QUICK_REACTIONS, useReact } from "./use-react.ts";

type Props = { readonly message: MessageJson; readonly onDone: () => void };

/** The usual reactions in a row; the one that is there is taken back by pressing it again. */
export function ReactRow({ message, onDone }: Props) {
  const { t } = useTranslation();
  const { own, react } = useReact(message);
  const shown = own && !QUICK_REACTIONS.some((it) => it === own) ? [own] : [];
  return (
    <fieldset aria-label={t("action.react")} className="flex gap-0.5 p-1">
      {[...shown, ...QUICK_REACTIONS].map((emoji) => (
        <button
          key={emoji}
          type="button"
          aria-label={t("reaction.put", { emoji })}
          aria-pressed={emoji === own}
          className={classNames(
            "control-icon grid place-items-center text-title hover:bg-surface-3",
            emoji === own && "bg-selected",
          )}
          onClick={() => {
            react(emoji);
            onDone();
          }}
        >
          {emoji}
        </button>
      ))}
    </fieldset>
  );
}
