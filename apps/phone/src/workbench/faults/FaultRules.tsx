import { X } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { FaultJson, NewFault } from "@galka/emulator/wire/control";
import { exactTime } from "../../text/time.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { useNow } from "../../ui/use-now.ts";
import { Block } from "../parts/Block.tsx";
import { ruleWords } from "./rule-words.ts";
import type { Faults } from "./use-faults.ts";

/** Every rule, how often it struck, and ways to switch it and to take it away. */
export function FaultRules({ faults }: { readonly faults: Faults }) {
  const { t } = useTranslation();
  const none = faults.all.length === 0 && faults.off.length === 0;
  return (
    <Block title={t("faults.rules")} note={none ? t("faults.none") : undefined}>
      <ul className="divide-y divide-hairline">
        {faults.all.map((fault) => (
          <RuleRow
            key={fault.id}
            rule={fault}
            on
            story={<Story fault={fault} />}
            onSwitch={() => faults.switchOff(fault)}
            onRemove={() => faults.remove(fault)}
          />
        ))}
        {faults.off.map((rule, at) => (
          <RuleRow
            key={`off-${at}`}
            rule={rule}
            on={false}
            story={t("faults.isOff")}
            onSwitch={() => faults.switchOn(rule)}
            onRemove={() => faults.forget(rule)}
          />
        ))}
      </ul>
    </Block>
  );
}

type RowProps = {
  readonly rule: NewFault;
  readonly on: boolean;
  readonly story: React.ReactNode;
  readonly onSwitch: () => void;
  readonly onRemove: () => void;
};

function RuleRow({ rule, on, story, onSwitch, onRemove }: RowProps) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const words = ruleWords(t, rule, i18n.language);
  return (
    <li className="flex items-center gap-3 py-2">
      <button
        type="button"
        role="switch"
        aria-checked={on}
        aria-labelledby={id}
        onClick={onSwitch}
        className={`relative h-6 w-11 flex-none rounded-full border ${
          on ? "border-blue bg-blue" : "border-edge bg-surface-3"
        }`}
      >
        <span
          className={`absolute top-0.5 size-4.5 rounded-full ${on ? "left-5.5 bg-on-blue" : "left-0.5 bg-ink-2"}`}
        />
      </button>
      <div className="min-w-0 flex-1">
        <p id={id} className="font-medium break-words">
          {words}
        </p>
        <p className="text-meta text-ink-3">
          {t(`faults.on.${rule.on}`)} · {story}
        </p>
      </div>
      <IconButton icon={X} label={t("faults.remove", { rule: words })} onClick={onRemove} />
    </li>
  );
}

/** How often it fitted and struck, and when it is in force. */
function Story({ fault }: { readonly fault: FaultJson }) {
  const { t, i18n } = useTranslation();
  const now = useNow(1_000);
  const from = Date.parse(fault.from);
  const until = fault.until === null ? null : Date.parse(fault.until);
  const period =
    from > now
      ? t("faults.from", { at: exactTime(from, i18n.language) })
      : until === null
        ? ""
        : until <= now
          ? t("faults.over")
          : t("faults.until", { at: exactTime(until, i18n.language) });
  return (
    <>
      {t("faults.struck", { count: fault.strikeCount })},{" "}
      {t("faults.fitted", { count: fault.fitCount })}
      {period !== "" && ` · ${period}`}
    </>
  );
}
