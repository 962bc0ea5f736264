import type { SlaPolicyJson } from "@galka/contract/json/sla";
import { SLA_TARGETS } from "@galka/core/sla/sla-policy";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { useSpanWords } from "../statistics/use-span-words.ts";
import { useScopeWords } from "./use-scope-words.ts";

type Props = {
  readonly policy: SlaPolicyJson;
  readonly onEdit: () => void;
  /** Null where it cannot go further. */
  readonly onUp: (() => void) | null;
  readonly onDown: (() => void) | null;
};

/** A policy in a few words, and its place among the others. */
export function SlaPolicyLine({ policy, onEdit, onUp, onDown }: Props) {
  const { t } = useTranslation();
  const spanWords = useSpanWords();
  const scopeWords = useScopeWords();
  const { name, isOn, minutes, countedIn, scope } = policy;
  const targets = SLA_TARGETS.flatMap((target) => {
    const set = minutes[target];
    return set === null ? [] : [`${t(`sla.target.${target}`)}: ${spanWords(set * 60_000)}`];
  });
  return (
    <li className="flex flex-wrap items-center gap-3 py-2">
      <div className="min-w-40 flex-1">
        <p className="font-medium break-words">
          <bdi>{name}</bdi>
          {isOn ? null : (
            <span className="ml-2 text-list font-normal text-ink-3">{t("sla.off")}</span>
          )}
        </p>
        <p className="text-list text-ink-2">
          {[...targets, t(`sla.counted.${countedIn}`)].join(" · ")}
        </p>
        <p className="text-list text-ink-3">{scopeWords(scope)}</p>
      </div>
      <div className="flex items-center">
        <IconButton label={t("sla.up", { name })} disabled={onUp === null} onClick={() => onUp?.()}>
          <ArrowUp size={16} aria-hidden="true" />
        </IconButton>
        <IconButton
          label={t("sla.down", { name })}
          disabled={onDown === null}
          onClick={() => onDown?.()}
        >
          <ArrowDown size={16} aria-hidden="true" />
        </IconButton>
      </div>
      <Button aria-label={t("sla.changeOf", { name })} onClick={onEdit}>
        {t("sla.change")}
      </Button>
    </li>
  );
}
