import { AUDIT_ACTIONS } from "@galka/core/workspaces/audit";
import { useTranslation } from "react-i18next";

/** What was done, in words; what an older Galka has recorded is shown by its own name rather than not at all. */
export function useActionWords(): (action: string) => string {
  const { t } = useTranslation();
  return (action) => {
    const known = AUDIT_ACTIONS.find((it) => it === action);
    return known ? t(`audit.action.${known}`) : action.replaceAll("-", " ");
  };
}
