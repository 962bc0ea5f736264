import { RICH_LIMITS } from "@galka/core/messages/rich-draft";
import { useTranslation } from "react-i18next";
import { CountedField } from "./CountedField.tsx";
import type { Flaws } from "./use-flaws.ts";

type Props = {
  readonly text: string;
  readonly footer: string;
  readonly most: number;
  readonly flaws: Flaws;
  readonly onText: (text: string) => void;
  readonly onFooter: (footer: string) => void;
};

/** The words of a message with something to tap, and the small line below them. */
export function TextAndFooter({ text, footer, most, flaws, onText, onFooter }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <CountedField
        label={t("rich.text")}
        lines={4}
        value={text}
        most={most}
        error={flaws.at("text")}
        onChange={onText}
      />
      <CountedField
        label={t("rich.footer")}
        value={footer}
        most={RICH_LIMITS.footer}
        error={flaws.at("footer")}
        onChange={onFooter}
      />
    </>
  );
}
