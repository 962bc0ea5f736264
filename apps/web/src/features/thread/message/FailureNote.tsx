import type { FailureJson } from "@galka/contract/json/message";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../../i18n/use-locale.ts";
import { Notice } from "../../../ui/Notice.tsx";
import { Raw } from "../../../ui/Raw.tsx";

/** Why a message failed, what to do, and the channel's own answer on demand. */
export function FailureNote({ failure }: { readonly failure: FailureJson }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <Notice tone="bad" className="mt-1 max-w-[min(640px,86%)]">
      <p className="font-medium">{failure.explanation[locale]}</p>
      <p className="mt-0.5 text-ink">{failure.advice[locale]}</p>
      <Raw
        label={
          failure.code === null
            ? t("failure.raw")
            : t("failure.rawWithCode", { code: failure.code })
        }
        value={failure.raw}
      />
    </Notice>
  );
}
