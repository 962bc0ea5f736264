import { useTranslation } from "react-i18next";
import { usePhones } from "../state/store.ts";

/** A thin line while the emulator cannot be reached. */
export function LinkBar() {
  const { t } = useTranslation();
  const link = usePhones((phones) => phones.link);
  return (
    <output className="block">
      {link === "lost" && (
        <p className="bg-red-soft px-4 py-1 text-center text-list text-red">{t("page.lost")}</p>
      )}
    </output>
  );
}
