import { RotateCw, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../api/use-error-words.ts";
import { Button } from "./Button.tsx";

type Props = { readonly error: unknown; readonly onRetry: () => void };

/** What could not be shown, why, and the way to try again. */
export function ErrorState({ error, onRetry }: Props) {
  const { t } = useTranslation();
  const words = useErrorWords();
  return (
    <div
      role="alert"
      className="flex h-full flex-col items-center justify-center gap-3 p-8 text-center"
    >
      <TriangleAlert size={24} aria-hidden="true" className="text-red" />
      <p className="max-w-96">{words(error)}</p>
      <Button icon={<RotateCw size={16} aria-hidden="true" />} onClick={onRetry}>
        {t("action.tryAgain")}
      </Button>
    </div>
  );
}
