import { useTranslation } from "react-i18next";
import { EditorPart } from "./EditorPart.tsx";
import { TextField } from "./TextField.tsx";
import type { Editing } from "./editing.ts";

const FOOTER_MAX = 60;

/** The small line below the text; an empty one is none. */
export function FooterFields({ editing }: { readonly editing: Editing }) {
  const { t } = useTranslation();
  const { text, onChange } = editing;
  return (
    <EditorPart
      title={t("templates.footerTitle")}
      editing={editing}
      at={{ part: "footer" }}
      about={text.footer ?? ""}
    >
      <TextField
        label={t("templates.footerText")}
        value={text.footer ?? ""}
        max={FOOTER_MAX}
        onChange={(footer) => onChange({ ...text, footer: footer === "" ? null : footer })}
      />
    </EditorPart>
  );
}
