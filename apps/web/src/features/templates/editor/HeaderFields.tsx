import type { TemplateHeader } from "@galka/core/templates/parts";
import { variableKeys } from "@galka/core/templates/variables";
import { useTranslation } from "react-i18next";
import { Select } from "../../../ui/controls/Select.tsx";
import { EditorPart } from "./EditorPart.tsx";
import { SampleField } from "./SampleField.tsx";
import { TextField } from "./TextField.tsx";
import type { Editing } from "./editing.ts";

const KINDS = ["none", "text", "image", "video", "document", "location", "product"] as const;
type Kind = (typeof KINDS)[number];
const HEADER_MAX = 60;

/** What stands above the text. */
export function HeaderFields({ editing }: { readonly editing: Editing }) {
  const { t } = useTranslation();
  const { text, onChange } = editing;
  const { header } = text;
  const kind = KINDS.find((it) => it === header?.kind) ?? "none";
  return (
    <EditorPart
      title={t("templates.headerTitle")}
      editing={editing}
      at={{ part: "header" }}
      about={header?.kind === "text" ? header.text : ""}
    >
      <Select
        label={t("templates.headerTitle")}
        options={KINDS.map((value) => ({ value, name: t(`templates.header.${value}`) }))}
        value={kind}
        onChange={(next) => onChange({ ...text, header: begun(next) })}
      />
      {header?.kind === "text" ? (
        <>
          <TextField
            label={t("templates.headerText")}
            value={header.text}
            max={HEADER_MAX}
            onChange={(value) => onChange({ ...text, header: { ...header, text: value } })}
          />
          {variableKeys(header.text)
            .slice(0, 1)
            .map((key) => (
              <TextField
                key={key}
                label={t("templates.example", { key })}
                value={header.example ?? ""}
                onChange={(example) => onChange({ ...text, header: { ...header, example } })}
              />
            ))}
        </>
      ) : null}
      {header?.kind === "image" || header?.kind === "video" || header?.kind === "document" ? (
        <SampleField
          kind={header.kind}
          sample={header.sample}
          onChange={(sample) => onChange({ ...text, header: { ...header, sample } })}
        />
      ) : null}
      {header?.kind === "location" || header?.kind === "product" ? (
        <p className="text-list text-ink-2">{t(`templates.headerLater.${header.kind}`)}</p>
      ) : null}
    </EditorPart>
  );
}

function begun(kind: Kind): TemplateHeader | null {
  if (kind === "none") return null;
  return kind === "text" ? { kind, text: "" } : { kind };
}
