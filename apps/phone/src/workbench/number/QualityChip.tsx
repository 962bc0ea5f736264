import { CircleCheck, CircleDashed, CircleX, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Chip } from "../parts/Chip.tsx";

export type Quality = "GREEN" | "YELLOW" | "RED" | "UNKNOWN";

const SIGNS = {
  GREEN: { icon: CircleCheck, tone: "green" },
  YELLOW: { icon: TriangleAlert, tone: "amber" },
  RED: { icon: CircleX, tone: "red" },
  UNKNOWN: { icon: CircleDashed, tone: "plain" },
} as const;

/** Meta's colour for how people take what comes from a number or a template. */
export function QualityChip({ quality }: { readonly quality: Quality }) {
  const { t } = useTranslation();
  const { icon, tone } = SIGNS[quality];
  return (
    <Chip icon={icon} tone={tone}>
      {t(`number.quality.${quality}`)}
    </Chip>
  );
}
