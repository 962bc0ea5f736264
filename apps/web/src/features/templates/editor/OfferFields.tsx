import { useTranslation } from "react-i18next";
import { EditorPart } from "./EditorPart.tsx";
import { TextField } from "./TextField.tsx";
import type { Editing } from "./editing.ts";
import { Checkbox } from "../../../ui/controls/Checkbox.tsx";

const OFFER_MAX = 16;

/** The words of an offer, and whether it counts down. */
export function OfferFields({ editing }: { readonly editing: Editing }) {
  const { t } = useTranslation();
  const { text, onChange } = editing;
  const { offer } = text;
  if (!offer) return null;
  return (
    <EditorPart title={t("templates.offerTitle")} editing={editing} at={{ part: "offer" }}>
      <TextField
        label={t("templates.offerText")}
        value={offer.text}
        max={OFFER_MAX}
        onChange={(value) => onChange({ ...text, offer: { ...offer, text: value } })}
      />
      <Checkbox
        label={t("templates.offerCounts")}
        checked={offer.ends}
        onChange={(checked) => onChange({ ...text, offer: { ...offer, ends: checked } })}
      />
    </EditorPart>
  );
}
