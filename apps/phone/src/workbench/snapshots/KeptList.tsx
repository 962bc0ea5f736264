import { Undo2, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { exactTime } from "../../text/time.ts";
import { forgetSnapshot, type KeptSnapshot, useKeptSnapshots } from "./kept-snapshots.ts";

const MEGABYTE = 1_000_000;

type Props = { readonly onRestore: (snapshot: KeptSnapshot) => void };

/** The moments that this page keeps. */
export function KeptList({ onRestore }: Props) {
  const { t, i18n } = useTranslation();
  const kept = useKeptSnapshots();
  if (kept.length === 0) return <p className="text-ink-3">{t("snapshots.none")}</p>;
  const megabytes = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  return (
    <ul aria-label={t("snapshots.here")}>
      {kept.map((it) => {
        const at = exactTime(it.at, i18n.language);
        return (
          <li
            key={it.id}
            className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-t border-hairline py-2"
          >
            <span className="min-w-0 flex-1 basis-48">
              {at}{" "}
              <span className="text-list text-ink-3">
                {t("snapshots.size", { size: megabytes.format(it.file.size / MEGABYTE) })}
              </span>
            </span>
            <button
              type="button"
              className="btn"
              aria-label={t("snapshots.restoreAt", { at })}
              onClick={() => onRestore(it)}
            >
              <Undo2 size={16} aria-hidden /> {t("snapshots.restore")}
            </button>
            <button
              type="button"
              className="btn"
              aria-label={t("snapshots.forgetAt", { at })}
              onClick={() => forgetSnapshot(it.id)}
            >
              <X size={16} aria-hidden />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
