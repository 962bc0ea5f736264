import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Permission, useMay } from "../../api/use-may.ts";
import { Notice } from "../../ui/Notice.tsx";

type Props = {
  /** Of several, any one; without any it is everybody's. */
  readonly needs: readonly Permission[];
  readonly children: ReactNode;
};

/** Shows a page to whoever may use it, and to everybody else why it is empty. */
export function Allowed({ needs, children }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const [first] = needs;
  if (first === undefined || needs.some(may)) return children;
  return (
    <div className="mx-auto w-full max-w-200 p-6">
      <Notice tone="info">{t("team.notAllowed", { what: t(`permission.${first}`) })}</Notice>
    </div>
  );
}
