import { unreachable } from "@galka/core/kernel/unreachable";
import { useTranslation } from "react-i18next";
import { Modal } from "../../../ui/Modal.tsx";
import { ButtonsForm } from "./ButtonsForm.tsx";
import { CardForm } from "./CardForm.tsx";
import { LinkForm } from "./LinkForm.tsx";
import { ListForm } from "./ListForm.tsx";
import { PlaceForm } from "./PlaceForm.tsx";
import type { RichPlace } from "./RichFrame.tsx";
import type { RichKind } from "./rich-sending.ts";

type Props = { readonly kind: RichKind; readonly place: RichPlace };

/** Fills in a message that is more than words: what it asks for is checked while it is written. */
export function RichDialog({ kind, place }: Props) {
  const { t } = useTranslation();
  return (
    <Modal open onClose={place.onClose} width="large" title={t(`rich.kind.${kind}`)}>
      <RichForm kind={kind} place={place} />
    </Modal>
  );
}

function RichForm({ kind, place }: Props) {
  switch (kind) {
    case "location":
      return <PlaceForm place={place} />;
    case "contacts":
      return <CardForm place={place} />;
    case "buttons":
      return <ButtonsForm place={place} />;
    case "list":
      return <ListForm place={place} />;
    case "link":
      return <LinkForm place={place} />;
    default:
      return unreachable(kind);
  }
}
