import type { TFunction } from "i18next";
import type { PacingJson } from "@galka/emulator/wire/control";
import { exactTime } from "../../text/time.ts";
import { wholeNumber } from "../parts/figures.ts";

/** Where the first wave of a campaign is. */
export function pacingWords(t: TFunction, pacing: PacingJson, language: string): string {
  const { phase, sampleCount, heldCount, until } = pacing;
  const state = t(`number.pacings.${phase}`, { sent: wholeNumber(sampleCount, language) });
  const held = heldCount === 0 ? [] : [t("number.heldCount", { count: heldCount })];
  const end =
    until === null || phase !== "assessing"
      ? []
      : [t("number.until", { at: exactTime(Date.parse(until), language) })];
  return [state, ...held, ...end].join(" · ");
}
