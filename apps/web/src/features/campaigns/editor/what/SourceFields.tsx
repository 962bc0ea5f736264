import { useTranslation } from "react-i18next";
import { unreachable } from "@galka/core/kernel/unreachable";
import { Select } from "../../../../ui/controls/Select.tsx";
import { useContactFields } from "../../../people/use-contact-fields.ts";
import type { ValueSourceJson } from "./message-draft.ts";

type Props = {
  readonly label: string;
  readonly source: ValueSourceJson | null;
  readonly columns: readonly string[];
  readonly onChange: (source: ValueSourceJson | null) => void;
};

/** Where the words for a variable come from, and what stands there for whom nothing is known. */
export function SourceFields({ label, source, columns, onChange }: Props) {
  const { t } = useTranslation();
  const fields = useContactFields().map(({ name }) => name);
  const kept = source?.from === "field" ? [source.field] : [];
  const offered = {
    field: [...new Set([...fields, ...kept])],
    column: [...new Set([...columns, ...(source?.from === "column" ? [source.column] : [])])],
  };
  const ways = (["constant", "name", "field", "column"] as const).filter(
    (it) => it === "constant" || it === "name" || offered[it].length > 0,
  );

  function choose(from: ValueSourceJson["from"]): void {
    const fallback = source && "fallback" in source ? source.fallback : null;
    if (from === "constant") onChange({ from, value: "" });
    else if (from === "name") onChange({ from, fallback });
    else if (from === "field") onChange({ from, field: offered.field[0] ?? "", fallback });
    else onChange({ from, column: offered.column[0] ?? "", fallback });
  }

  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 text-list font-medium text-ink-2">{label}</legend>
      <div className="flex flex-wrap gap-2">
        <Select
          className="field w-auto max-w-full"
          label={t("campaigns.source.label")}
          none={t("campaigns.source.none")}
          options={ways.map((value) => ({ value, name: t(`campaigns.source.${value}`) }))}
          value={source?.from ?? ""}
          onChange={(from) => {
            if (from !== "") choose(from);
          }}
        />
        {source === null ? null : <Detail source={source} offered={offered} onChange={onChange} />}
      </div>
    </fieldset>
  );
}

type DetailProps = {
  readonly source: ValueSourceJson;
  readonly offered: Readonly<Record<"field" | "column", readonly string[]>>;
  readonly onChange: (source: ValueSourceJson) => void;
};

function Detail({ source, offered, onChange }: DetailProps) {
  const { t } = useTranslation();
  const names = (of: readonly string[]) => of.map((value) => ({ value, name: value }));
  switch (source.from) {
    case "constant":
      return (
        <input
          aria-label={t("campaigns.source.text")}
          placeholder={t("campaigns.source.text")}
          className="field min-w-40 flex-1"
          maxLength={2000}
          value={source.value}
          onChange={({ target }) => onChange({ ...source, value: target.value })}
        />
      );
    case "name":
      return <Fallback source={source} onChange={onChange} />;
    case "field":
      return (
        <>
          <Select
            label={t("campaigns.source.field")}
            options={names(offered.field)}
            value={source.field}
            onChange={(field) => onChange({ ...source, field })}
          />
          <Fallback source={source} onChange={onChange} />
        </>
      );
    case "column":
      return (
        <>
          <Select
            label={t("campaigns.source.column")}
            options={names(offered.column)}
            value={source.column}
            onChange={(column) => onChange({ ...source, column })}
          />
          <Fallback source={source} onChange={onChange} />
        </>
      );
    default:
      return unreachable(source);
  }
}

type FallbackProps = {
  readonly source: Exclude<ValueSourceJson, { from: "constant" }>;
  readonly onChange: (source: ValueSourceJson) => void;
};

function Fallback({ source, onChange }: FallbackProps) {
  const { t } = useTranslation();
  return (
    <label className="flex min-w-60 flex-1 items-center gap-2 text-list whitespace-nowrap text-ink-2">
      {t("campaigns.source.fallback")}
      <input
        className="field min-w-24 flex-1"
        maxLength={1000}
        value={source.fallback ?? ""}
        onChange={({ target }) =>
          onChange({ ...source, fallback: target.value === "" ? null : target.value })
        }
      />
    </label>
  );
}
