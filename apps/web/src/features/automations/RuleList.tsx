import type { RuleJson } from "@galka/contract/json/rule";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { toasts } from "../../ui/toasts.ts";
import { Section } from "../settings/Section.tsx";
import { RuleLine } from "./RuleLine.tsx";
import { moved } from "./rule-order.ts";

/** The rules in the order in which they are asked. */
export function RuleList({ rules }: { readonly rules: readonly RuleJson[] }) {
  const { t } = useTranslation();
  const api = useApi();
  const queryClient = useQueryClient();
  const words = useErrorWords();

  async function settle(deed: Promise<unknown>): Promise<void> {
    try {
      await deed;
    } catch (error) {
      toasts.add({ title: words(error) });
    }
    await queryClient.invalidateQueries({ queryKey: ["collection", "rules"] });
  }

  function move(from: number, to: number): void {
    const ids = moved(
      rules.map(({ id }) => id),
      from,
      to,
    );
    void settle(api("orderRules", { body: { ids } }));
  }

  return (
    <Section title={t("automations.list")} lead={t("automations.listLead")}>
      {rules.length === 0 ? <p className="text-ink-2">{t("automations.none")}</p> : null}
      <ol className="divide-y">
        {rules.map((rule, index) => (
          <RuleLine
            key={rule.id}
            rule={rule}
            onUp={index === 0 ? null : () => move(index, index - 1)}
            onDown={index === rules.length - 1 ? null : () => move(index, index + 1)}
            onSwitch={(isOn) =>
              void settle(api("updateRule", { params: { id: rule.id }, body: { isOn } }))
            }
          />
        ))}
      </ol>
    </Section>
  );
}
