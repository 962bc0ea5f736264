import { useTranslation } from "react-i18next";
import { ButtonList } from "./ButtonList.tsx";
import { EditorPart } from "./EditorPart.tsx";
import type { Editing } from "./editing.ts";

/** The buttons below the message. */
export function ButtonFields({ editing }: { readonly editing: Editing }) {
  const { t } = useTranslation();
  const { text, findings, onChange } = editing;
  return (
    <EditorPart title={t("templates.buttonsTitle")} editing={editing} at={{ part: "buttons" }}>
      <ButtonList
        buttons={text.buttons}
        findings={findings}
        onChange={(buttons) => onChange({ ...text, buttons })}
      />
      <label className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-11">
        <input
          type="checkbox"
          checked={text.asksToCall === true}
          onChange={(event) => onChange({ ...text, asksToCall: event.target.checked })}
        />
        {t("templates.asksToCall")}
      </label>
    </EditorPart>
  );
}
