import { ChevronDown, Plane, Wifi, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { PersonJson } from "@galka/emulator/wire/control";
import { useActions } from "../api/actions.ts";
import { Phone } from "../phone/Phone.tsx";
import type { Slot } from "../state/desk.ts";
import { usePhones } from "../state/store.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { columnId } from "./column-id.ts";
import { PersonPicker } from "./PersonPicker.tsx";

type Props = {
  readonly slot: Slot;
  readonly chatId: string | null;
  readonly onChoose: (personId: string | null) => void;
  readonly onRemove: () => void;
};

/** One place on the desk: whose phone it is, its network, and the phone. */
export function PhoneColumn({ slot, chatId, onChoose, onRemove }: Props) {
  const { t } = useTranslation();
  const person = usePhones((phones) => phones.people.find((it) => it.id === slot.personId));
  return (
    <div
      id={columnId(slot)}
      className="my-auto flex h-full max-h-[800px] w-[372px] flex-none snap-center flex-col gap-2 max-sm:m-0 max-sm:max-h-none max-sm:w-full max-sm:gap-0"
    >
      <div className="flex h-9 flex-none items-center gap-1 max-sm:bg-surface max-sm:px-2">
        {person ? (
          <button
            type="button"
            className="flex min-w-0 items-center gap-1 rounded-lg px-2 py-1 font-medium hover:bg-surface-3"
            aria-label={t("desk.change", { name: person.name })}
            onClick={() => onChoose(null)}
          >
            <span className="truncate">{person.name}</span>
            <ChevronDown size={16} aria-hidden className="flex-none" />
          </button>
        ) : (
          <p className="px-2 font-medium">{t("desk.free")}</p>
        )}
        <span className="flex-1" />
        {person && <Network person={person} />}
        <IconButton
          icon={X}
          label={person ? t("desk.remove", { name: person.name }) : t("desk.removeFree")}
          onClick={onRemove}
        />
      </div>
      <div className="min-h-0 flex-1">
        {person ? (
          <Phone key={person.id} person={person} startWith={chatId} />
        ) : (
          <PersonPicker onChoose={onChoose} />
        )}
      </div>
    </div>
  );
}

function Network({ person }: { readonly person: PersonJson }) {
  const { t } = useTranslation();
  const { attempt, changePerson } = useActions();
  return (
    <IconButton
      icon={person.online ? Wifi : Plane}
      label={t("desk.network", { name: person.name })}
      pressed={person.online}
      className={person.online ? "" : "bg-surface text-amber"}
      onClick={() => attempt(() => changePerson(person.id, { online: !person.online }))}
    />
  );
}
