import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../api/use-may.ts";
import { useLocale } from "../../i18n/use-locale.ts";

/** Everybody of a campaign as a table: its report, for whoever manages campaigns. */
export function PeopleDownload({ campaignId }: { readonly campaignId: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const locale = useLocale();
  if (!may("campaigns.manage")) return null;
  return (
    <a
      href={`/api/v1/campaigns/${campaignId}/recipients.csv?lang=${locale}`}
      download
      className="link inline-flex min-h-6 items-center gap-1.5 pointer-coarse:min-h-11"
    >
      <Download size={16} aria-hidden="true" />
      {t("campaigns.savePeople")}
    </a>
  );
}
