import { useTranslation } from "react-i18next";

type Props = { readonly rows: number; readonly kind: "rows" | "lines" };

/** The shape of what is coming. Shown only where nothing is known yet. */
export function Skeleton({ rows, kind }: Props) {
  const { t } = useTranslation();
  return (
    <output className="block p-3">
      <span className="sr-only">{t("state.loading")}</span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} aria-hidden="true" className="flex h-14 items-center gap-3">
          {kind === "rows" ? <span className="skeleton size-10 shrink-0 rounded-full" /> : null}
          <span className="flex flex-1 flex-col gap-2">
            <span className="skeleton h-3 w-2/5" />
            <span className="skeleton h-3 w-4/5" />
          </span>
        </div>
      ))}
    </output>
  );
}
