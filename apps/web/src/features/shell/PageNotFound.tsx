import { Link } from "@tanstack/react-router";
import { Compass } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/EmptyState.tsx";

/** An address that leads nowhere. */
export function PageNotFound() {
  const { t } = useTranslation();
  return (
    <div className="h-full min-h-80">
      <EmptyState
        alone
        icon={<Compass size={28} />}
        title={t("notFound.title")}
        text={t("notFound.text")}
        action={
          <Link to="/inbox" className="link">
            {t("notFound.action")}
          </Link>
        }
      />
    </div>
  );
}
