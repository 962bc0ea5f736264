import type { MessageJson } from "@galka/contract/json/message";
import { useTranslation } from "react-i18next";

/** The reactions on a message, hanging on its lower edge. */
export function Reactions({ message }: { readonly message: MessageJson }) {
  const { t } = useTranslation();
  if (message.reactions.length === 0) return null;
  return (
    <ul aria-label={t("reaction.list")} className="relative z-1 -mt-1 mb-1 flex gap-1 px-2">
      {message.reactions.map(({ by, emoji }) => (
        <li
          key={by}
          title={t(`reaction.by.${by}`)}
          className="rounded-full border bg-surface px-1.5 text-base leading-5"
        >
          {emoji}
          <span className="sr-only">{t(`reaction.by.${by}`)}</span>
        </li>
      ))}
    </ul>
  );
}
