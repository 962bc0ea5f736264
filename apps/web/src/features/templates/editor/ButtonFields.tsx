import { useTranslation } from "react-i18next";
import { ButtonList } from "./ButtonList.tsx";
import { EditorPart } from "./EditorPart.tsx";
import type { Editing } from "./editing.ts";
import { Checkbox } from "../../../ui/controls/Checkbox.tsx";

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
      <Checkbox
        label={t("templates.asksToCall")}
        checked={text.asksToCall === true}
        onChange={(checked) => onChange({ ...text, asksToCall: checked })}
      />
    </EditorPart>
  );
}
