import type { ChannelJson } from "@galka/contract/json/workspace";
import { Copy } from "lucide-react";
import { useTranslation } from "react-i18next";
import { wholeNumber } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { toasts } from "../../ui/toasts.ts";
import { Section } from "../settings/Section.tsx";

/** The number's ids and limits, as somebody needs them who looks at Meta's side. */
export function ChannelFacts({ channel }: { readonly channel: ChannelJson }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const facts = [
    [t("channel.fact.phoneNumberId"), channel.phoneNumberId],
    [t("channel.fact.wabaId"), channel.wabaId],
    [t("channel.fact.appId"), channel.appId ?? "–"],
    [t("channel.fact.webhookUrl"), channel.webhookUrl],
    [t("channel.fact.baseUrl"), `${channel.baseUrl} · ${channel.apiVersion}`],
    [
      t("channel.fact.throughput"),
      t("channel.perSecond", {
        count: channel.throughputPerSecond,
        text: wholeNumber(locale, channel.throughputPerSecond),
      }),
    ],
    [t("channel.fact.quality"), t(`channel.quality.${channel.quality}`)],
  ] as const;

  async function copy(value: string): Promise<void> {
    await navigator.clipboard.writeText(value);
    toasts.add({ title: t("action.copied") });
  }

  return (
    <Section title={t("channel.facts")}>
      <dl className="flex flex-col divide-y">
        {facts.map(([name, value]) => (
          <div key={name} className="flex flex-wrap items-center gap-x-4 py-1.5">
            <dt className="w-52 text-ink-2">{name}</dt>
            <dd className="flex min-w-0 flex-1 items-center gap-1 font-mono text-list">
              <span className="min-w-0 wrap-anywhere">{value}</span>
              <IconButton
                label={t("action.copyThis", { what: name })}
                onClick={() => void copy(value)}
              >
                <Copy size={14} aria-hidden="true" />
              </IconButton>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
