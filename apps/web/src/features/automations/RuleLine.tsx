import type { RuleJson } from "@galka/contract/json/rule";
import { ArrowDown, ArrowUp } from "lucide-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../ui/IconButton.tsx";
import { useRuleWords } from "./use-rule-words.ts";

type Props = {
  readonly rule: RuleJson;
  /** Null where it cannot go any further. */
  readonly onUp: (() => void) | null;
  readonly onDown: (() => void) | null;
  readonly onSwitch: (isOn: boolean) => void;
};

/** One rule of the list: whether it is on, what it says, how often it fired, its place. */
export function RuleLine({ rule, onUp, onDown, onSwitch }: Props) {
  const { t } = useTranslation();
  const { when, what } = useRuleWords()(rule);
  const { id, name } = rule;
  return (
    <li className="flex items-start gap-3 py-3">
      <label className="flex min-h-9 min-w-6 items-center pointer-coarse:min-h-11">
        <input
          type="checkbox"
          role="switch"
          aria-checked={rule.isOn}
          className="size-5"
          aria-label={t("automations.isOn", { name })}
          checked={rule.isOn}
          onChange={({ target }) => onSwitch(target.checked)}
        />
      </label>
      <div className="min-w-0 flex-1">
        <Link
          to="/automations"
          search={{ edit: id }}
          className="font-medium break-words text-blue-ink hover:underline"
          dir="auto"
        >
          {name}
        </Link>
        <p className="text-list break-words text-ink-2" dir="auto">
          {when} {what}
        </p>
        <Link
          to="/automations"
          search={{ log: id }}
          className="inline-flex min-h-6 items-center text-list text-blue-ink underline"
        >
          {t("automations.firedInWeek", { count: rule.firedInWeek })}
          {rule.heldInWeek > 0 ? (
            <>
              {", "}
              {t("automations.heldInWeek", { count: rule.heldInWeek })}
            </>
          ) : null}
        </Link>
      </div>
      <div className="flex shrink-0 flex-col narrow:flex-row">
        <IconButton
          label={t("automations.up", { name })}
          disabled={onUp === null}
          onClick={onUp ?? undefined}
        >
          <ArrowUp size={16} aria-hidden="true" />
        </IconButton>
        <IconButton
          label={t("automations.down", { name })}
          disabled={onDown === null}
          onClick={onDown ?? undefined}
        >
          <ArrowDown size={16} aria-hidden="true" />
        </IconButton>
      </div>
    </li>
  );
}
