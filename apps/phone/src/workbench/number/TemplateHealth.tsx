import { CircleCheck, CirclePause, Ban } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { TemplateStandingJson } from "@galka/emulator/wire/control";
import { exactTime } from "../../text/time.ts";
import { Block } from "../parts/Block.tsx";
import { Chip } from "../parts/Chip.tsx";
import { percent, wholeNumber } from "../parts/figures.ts";
import { pacingWords } from "./pacing-words.ts";
import { QualityChip } from "./QualityChip.tsx";

const SIGNS = {
  APPROVED: { icon: CircleCheck, tone: "green" },
  PAUSED: { icon: CirclePause, tone: "amber" },
  DISABLED: { icon: Ban, tone: "red" },
} as const;

/** Templates that people have judged, those that are paused on top. */
export function TemplateHealth({
  templates,
}: {
  readonly templates: readonly TemplateStandingJson[];
}) {
  const { t } = useTranslation();
  const told = templates
    .filter((it) => it.status !== "APPROVED" || it.causes.delivered > 0 || it.pacing !== null)
    .toSorted((a, b) => Number(a.status === "APPROVED") - Number(b.status === "APPROVED"));
  return (
    <Block
      title={t("number.templatesTitle")}
      note={told.length === 0 ? t("number.noTemplates") : undefined}
    >
      <ul className="divide-y divide-hairline">
        {told.map((template) => (
          <TemplateLine key={template.templateId} template={template} />
        ))}
      </ul>
    </Block>
  );
}

function TemplateLine({ template }: { readonly template: TemplateStandingJson }) {
  const { t, i18n } = useTranslation();
  const { name, language, status, causes, pausedUntil, pacing, qualityScore } = template;
  const count = (value: number) => wholeNumber(value, i18n.language);
  const known = status === "PAUSED" || status === "DISABLED" ? status : "APPROVED";
  const words = [
    t("number.templateCauses", {
      delivered: count(causes.delivered),
      blocked: count(causes.blocked),
      reported: count(causes.reported),
      share: percent(causes.negativeShare, i18n.language),
    }),
    pausedUntil === null
      ? ""
      : t("number.pausedUntil", { at: exactTime(Date.parse(pausedUntil), i18n.language) }),
    pacing === null ? "" : pacingWords(t, pacing, i18n.language),
  ];
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2" data-standing={name}>
      <span className="min-w-0 flex-1 basis-56">
        <span className="block truncate font-mono text-list font-medium">
          {name} <span className="font-normal text-ink-3">{language}</span>
        </span>
        <span className="block text-meta text-ink-3">
          {words.filter((it) => it !== "").join(" · ")}
        </span>
      </span>
      <QualityChip quality={qualityScore} />
      <Chip icon={SIGNS[known].icon} tone={SIGNS[known].tone}>
        {t(`templates.status.${known}`)}
      </Chip>
    </li>
  );
}
