import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../api/me.ts";
import { Sheet } from "../../../ui/Sheet.tsx";
import { placesOf } from "../places.ts";

/** The places of a narrow screen that have no room in its bar. */
export function MorePlaces({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <Sheet open onClose={onClose} label={t("shell.more")}>
      <h2 className="flex h-13 items-center px-5 text-title font-semibold">{t("shell.more")}</h2>
      <nav aria-label={t("shell.more")} className="px-2 pb-4">
        <ul>
          {placesOf(me)
            .filter(({ inBar }) => !inBar)
            .map(({ to, name, icon: Icon }) => (
              <li key={to}>
                <Link
                  to={to}
                  onClick={onClose}
                  className="flex min-h-12 items-center gap-3 rounded-control px-3 hover:bg-surface-2"
                  activeProps={{ className: "bg-selected text-blue-ink font-medium" }}
                >
                  <Icon size={20} aria-hidden="true" />
                  {t(name)}
                </Link>
              </li>
            ))}
        </ul>
      </nav>
    </Sheet>
  );
}
