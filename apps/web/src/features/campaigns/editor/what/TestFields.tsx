import { useTranslation } from "react-i18next";
import { Select } from "../../../../ui/controls/Select.tsx";
import type { EditedCampaign } from "../use-campaign-draft.ts";

const BY = ["read", "tap"] as const;
const OTHERWISE = ["first", "split", "wait"] as const;

/** By what competing templates are compared, and what happens when chance explains the difference. */
export function TestFields({ edited: { draft, plan } }: { readonly edited: EditedCampaign }) {
  const { t } = useTranslation();
  const { test } = draft.plan;
  if (test === null) return null;
  return (
    <div className="mb-3 grid gap-3 narrow:grid-cols-2">
      <div className="flex flex-col gap-1 text-list text-ink-2">
        <span>{t("campaigns.test.by")}</span>
        <Select
          className="field text-ink"
          label={t("campaigns.test.by")}
          options={BY.map((value) => ({ value, name: t(`campaigns.test.${value}`) }))}
          value={test.by}
          onChange={(by) => plan({ test: { ...test, by } })}
        />
      </div>
      <div className="flex flex-col gap-1 text-list text-ink-2">
        <span>{t("campaigns.test.otherwiseLabel")}</span>
        <Select
          className="field text-ink"
          label={t("campaigns.test.otherwiseLabel")}
          options={OTHERWISE.map((value) => ({
            value,
            name: t(`campaigns.test.otherwise.${value}`),
          }))}
          value={test.otherwise}
          onChange={(otherwise) => plan({ test: { ...test, otherwise } })}
        />
      </div>
    </div>
  );
}
