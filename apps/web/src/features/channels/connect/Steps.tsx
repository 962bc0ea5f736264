import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { classNames } from "../../../ui/class-names.ts";

type Props = { readonly names: readonly string[]; readonly current: number };

/** Where one is in a procedure of several steps. */
export function Steps({ names, current }: Props) {
  const { t } = useTranslation();
  return (
    <ol aria-label={t("connect.steps")} className="flex flex-wrap gap-x-6 gap-y-2">
      {names.map((name, index) => (
        <li
          key={name}
          aria-current={index === current ? "step" : undefined}
          className={classNames(
            "flex items-center gap-2 text-list",
            index === current ? "font-semibold text-ink" : "text-ink-2",
          )}
        >
          <span
            className={classNames(
              "grid size-6 place-items-center rounded-full border text-meta",
              index < current && "border-blue bg-blue text-on-blue",
              index === current && "border-blue text-blue-ink",
            )}
          >
            {index < current ? <Check size={14} aria-hidden="true" /> : index + 1}
          </span>
          {name}
          {index < current ? <span className="sr-only">{t("connect.done")}</span> : null}
        </li>
      ))}
    </ol>
  );
}
