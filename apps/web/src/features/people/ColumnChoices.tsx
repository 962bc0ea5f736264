import type { ColumnTargetJson, ContactImportChoicesJson } from "@galka/contract/json/people";
import { useTranslation } from "react-i18next";
import { Field } from "../../ui/Field.tsx";
import { useContactFields } from "./use-contact-fields.ts";

type Props = {
  readonly columns: readonly string[];
  readonly choices: ContactImportChoicesJson;
  readonly onChange: (choices: ContactImportChoicesJson) => void;
};

/** What each column is, which country numbers without a code are of, and what happens to whom is there already. */
export function ColumnChoices({ columns, choices, onChange }: Props) {
  const { t } = useTranslation();
  const names = useContactFields().map(({ name }) => name);
  return (
    <div className="grid gap-3 narrow:grid-cols-2">
      {columns.map((column, at) => {
        const target = choices.columns[at] ?? { to: "nothing" };
        const fields = new Set([...names, ...(column === "" ? [] : [column.slice(0, 60)])]);
        if (target.to === "field") fields.add(target.field);
        return (
          // Columns are told apart by their place alone: two may have one name.
          <Field key={`${at} ${column}`} label={column === "" ? String(at + 1) : column}>
            {(tied) => (
              <select
                {...tied}
                className="field"
                value={valueOf(target)}
                onChange={(event) => {
                  const now = choices.columns.with(at, targetOf(event.target.value));
                  onChange({ ...choices, columns: now });
                }}
              >
                <option value="nothing">{t("people.target.nothing")}</option>
                <option value="phone">{t("people.target.phone")}</option>
                <option value="name">{t("people.target.name")}</option>
                <option value="language">{t("people.target.language")}</option>
                {[...fields].map((name) => (
                  <option key={name} value={`field:${name}`}>
                    {t("people.target.field", { name })}
                  </option>
                ))}
              </select>
            )}
          </Field>
        );
      })}
      <Field label={t("people.country")} hint={t("people.countryHint")}>
        {(tied) => (
          <input
            {...tied}
            className="field"
            maxLength={2}
            value={choices.country}
            onChange={(event) =>
              onChange({ ...choices, country: event.target.value.toUpperCase() })
            }
          />
        )}
      </Field>
      <Field label={t("people.known")}>
        {(tied) => (
          <select
            {...tied}
            className="field"
            value={choices.known}
            onChange={(event) =>
              onChange({ ...choices, known: event.target.value === "update" ? "update" : "skip" })
            }
          >
            <option value="skip">{t("people.knownSkip")}</option>
            <option value="update">{t("people.knownUpdate")}</option>
          </select>
        )}
      </Field>
    </div>
  );
}

function valueOf(target: ColumnTargetJson): string {
  return target.to === "field" ? `field:${target.field}` : target.to;
}

function targetOf(value: string): ColumnTargetJson {
  if (value.startsWith("field:")) return { to: "field", field: value.slice("field:".length) };
  return value === "phone" || value === "name" || value === "language"
    ? { to: value }
    : { to: "nothing" };
}
