import { RICH_LIMITS } from "@galka/core/messages/rich-draft";
import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { IconButton } from "../../../ui/IconButton.tsx";
import { CountedField } from "./CountedField.tsx";
import { rowsIn, type Section, withChangedRow, withoutRow, withRow } from "./list-form.ts";
import type { Flaws } from "./use-flaws.ts";

type Props = {
  /** Which of the sections it is. */
  readonly at: number;
  readonly sections: readonly Section[];
  readonly flaws: Flaws;
  readonly onChange: (sections: readonly Section[]) => void;
};

/** One section of a list: its heading where there are several, and its rows. */
export function ListSectionFields({ at, sections, flaws, onChange }: Props) {
  const { t } = useTranslation();
  const section = sections[at];
  if (!section) return null;
  const { key, title, rows } = section;
  const number = at + 1;
  return (
    <fieldset className="flex flex-col gap-3 rounded-control border p-3">
      <legend className="px-1 text-list font-semibold text-ink-2">
        {t("rich.list.section", { number })}
      </legend>
      {sections.length > 1 ? (
        <CountedField
          label={t("rich.list.heading")}
          value={title}
          most={RICH_LIMITS.sectionTitle}
          error={flaws.at(`sections.${at}.title`)}
          onChange={(next) =>
            onChange(sections.map((it) => (it.key === key ? { ...it, title: next } : it)))
          }
        />
      ) : null}
      {rows.map((row, index) => (
        <div key={row.id} className="flex items-end gap-1">
          <div className="flex min-w-0 flex-1 flex-col gap-2">
            <CountedField
              label={t("rich.list.row", { number: index + 1 })}
              value={row.title}
              most={RICH_LIMITS.rowTitle}
              error={flaws.at(`sections.${at}.rows.${index}`)}
              onChange={(next) => onChange(withChangedRow(sections, { ...row, title: next }))}
            />
            <CountedField
              label={t("rich.list.description")}
              value={row.description}
              most={RICH_LIMITS.description}
              error={flaws.at(`sections.${at}.rows.${index}.description`)}
              onChange={(description) =>
                onChange(withChangedRow(sections, { ...row, description }))
              }
            />
          </div>
          <IconButton
            label={t("rich.list.removeRow", { number: index + 1 })}
            disabled={rowsIn(sections) === 1}
            onClick={() => onChange(withoutRow(sections, row.id))}
          >
            <X size={16} aria-hidden="true" />
          </IconButton>
        </div>
      ))}
      {rowsIn(sections) < RICH_LIMITS.rows ? (
        <Button
          look="quiet"
          className="self-start"
          icon={<Plus size={16} aria-hidden="true" />}
          onClick={() => onChange(withRow(sections, key))}
        >
          {t("rich.list.addRow")}
        </Button>
      ) : null}
    </fieldset>
  );
}
