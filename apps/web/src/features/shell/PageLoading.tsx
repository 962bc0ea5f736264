import { useTranslation } from "react-i18next";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { useLine } from "../../ui/use-line.ts";

/** The page while it is not known who looks at it; without a line it says so, and goes on by itself. */
export function PageLoading() {
  const { t } = useTranslation();
  const hasLine = useLine();
  return (
    <div className="mx-auto min-h-full w-full max-w-200 bg-desk p-4">
      {hasLine ? null : (
        <Notice tone="soon" urgent>
          {t("state.noLine")}
        </Notice>
      )}
      <Skeleton rows={6} kind="lines" />
    </div>
  );
}
