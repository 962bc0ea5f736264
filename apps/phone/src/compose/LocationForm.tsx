import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { WriteContent } from "@galka/emulator/wire/control";
import { Field } from "../ui/Field.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { parseCoordinates } from "./coordinates.ts";

type Place = Extract<WriteContent, { kind: "location" }>;
type Props = { readonly onSend: (place: Place) => void; readonly onClose: () => void };

/** A place to send, by its coordinates; a name and an address make it a venue. */
export function LocationForm({ onSend, onClose }: Props) {
  const { t } = useTranslation();
  const [coordinates, setCoordinates] = useState("52.52000, 13.40500");
  const [name, setName] = useState("");
  const [address, setAddress] = useState("");
  const place = parseCoordinates(coordinates);
  return (
    <Sheet title={t("attach.location")} onClose={onClose}>
      <form
        className="space-y-3 px-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!place) return;
          onSend({
            kind: "location",
            ...place,
            ...(name.trim() === "" ? {} : { name: name.trim() }),
            ...(address.trim() === "" ? {} : { address: address.trim() }),
          });
        }}
      >
        <Field
          label={t("location.coordinates")}
          hint={place ? t("location.coordinatesHint") : t("location.coordinatesWrong")}
          aria-invalid={!place}
          required
          value={coordinates}
          data-autofocus=""
          onChange={(event) => setCoordinates(event.target.value)}
        />
        <Field
          label={t("location.name")}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Field
          label={t("location.address")}
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
        <button type="submit" className="btn btn-primary w-full" disabled={!place}>
          {t("send")}
        </button>
      </form>
    </Sheet>
  );
}
