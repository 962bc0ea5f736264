import { useTranslation } from "react-i18next";
import { Select } from "../../../../ui/controls/Select.tsx";
import { Field } from "../../../../ui/Field.tsx";
import type { EditedCampaign } from "../use-campaign-draft.ts";

const EVERY = ["never", "day", "week", "month"] as const;

/** Again by itself, each time with the audience of that day. */
export function RepeatFields({ edited: { draft, plan } }: { readonly edited: EditedCampaign }) {
  const { t } = useTranslation();
  const { repeat } = draft.plan;
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return (
    <div className="flex flex-wrap items-end gap-3">
      <div className="flex flex-col gap-1">
        <span className="text-list font-medium text-ink-2">{t("campaigns.repeat.label")}</span>
        <Select
          label={t("campaigns.repeat.label")}
          options={EVERY.map((value) => ({ value, name: t(`campaigns.repeat.${value}`) }))}
          value={repeat?.every ?? "never"}
          onChange={(every) =>
            plan({
              repeat: every === "never" ? null : { timeZone, until: null, ...repeat, every },
            })
          }
        />
      </div>
      {repeat === null ? null : (
        <Field label={t("campaigns.repeat.until")}>
          {(tied) => (
            <input
              {...tied}
              type="date"
              className="field max-w-48"
              value={repeat.until?.slice(0, 10) ?? ""}
              onChange={({ target }) =>
                plan({
                  repeat: {
                    ...repeat,
                    until:
                      target.value === ""
                        ? null
                        : new Date(`${target.value}T23:59:59`).toISOString(),
                  },
                })
              }
            />
          )}
        </Field>
      )}
    </div>
  );
}
