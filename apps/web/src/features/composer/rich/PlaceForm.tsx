import { placeInText } from "@galka/core/messages/place-in-text";
import { RICH_LIMITS, type RichDraft } from "@galka/core/messages/rich-draft";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "../../../ui/Field.tsx";
import { CountedField } from "./CountedField.tsx";
import { RichFrame, type RichPlace } from "./RichFrame.tsx";
import { useFlaws } from "./use-flaws.ts";

/** A place: coordinates or a map's link, and what it is called there. No map is asked. */
export function PlaceForm({ place }: { readonly place: RichPlace }) {
  const { t } = useTranslation();
  const [where, setWhere] = useState("");
  const [name, setName] = useState("");
  const [address, setAddress] = useState("");
  const point = placeInText(where);
  const draft: RichDraft | null = point && {
    kind: "location",
    place: {
      ...point,
      ...(name.trim() === "" ? {} : { name: name.trim() }),
      ...(address.trim() === "" ? {} : { address: address.trim() }),
    },
  };
  const flaws = useFlaws(draft);

  return (
    <RichFrame place={place} draft={draft} flaws={flaws}>
      <Field label={t("rich.place.where")} hint={t("rich.place.hint")} error={flaws.at("place")}>
        {(tied) => (
          <input
            {...tied}
            className="field"
            autoComplete="off"
            placeholder="52.5200, 13.4050"
            value={where}
            onChange={(event) => setWhere(event.target.value)}
          />
        )}
      </Field>
      <CountedField
        label={t("rich.place.name")}
        value={name}
        most={RICH_LIMITS.placeText}
        error={flaws.at("name")}
        onChange={setName}
      />
      <CountedField
        label={t("rich.place.address")}
        value={address}
        most={RICH_LIMITS.placeText}
        error={flaws.at("address")}
        onChange={setAddress}
      />
    </RichFrame>
  );
}
