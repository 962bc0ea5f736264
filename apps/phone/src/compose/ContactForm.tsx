import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SharedContact } from "@galka/emulator/wire/control";
import { usePhone } from "../phone/phone-context.ts";
import { usePhones } from "../state/store.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Field } from "../ui/Field.tsx";
import { Sheet } from "../ui/Sheet.tsx";

type Props = {
  readonly onSend: (contacts: readonly SharedContact[]) => void;
  readonly onClose: () => void;
};

/** Contact cards to send: people of the phone's address book, or someone written by hand. */
export function ContactForm({ onSend, onClose }: Props) {
  const { t } = useTranslation();
  const { person } = usePhone();
  const people = usePhones((phones) => phones.people);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [name, setName] = useState("");
  const [phone, setPhone] = useState("");

  const contacts: readonly SharedContact[] = [
    ...people.filter((it) => chosen.has(it.id)).map((it) => cardOf(it.name, `+${it.waId}`)),
    ...(name.trim() !== "" && phone.trim() !== "" ? [cardOf(name.trim(), phone.trim())] : []),
  ];

  function toggle(id: string): void {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  }

  return (
    <Sheet title={t("attach.contact")} onClose={onClose} tall>
      <form
        className="flex min-h-0 flex-1 flex-col"
        onSubmit={(event) => {
          event.preventDefault();
          onSend(contacts);
        }}
      >
        <ul className="min-h-0 flex-1 overflow-y-auto" aria-label={t("contact.book")}>
          {people
            .filter((other) => other.id !== person.id)
            .map((other) => (
              <li key={other.id}>
                <label className="row-btn cursor-pointer">
                  <Avatar id={other.id} name={other.name} />
                  <span className="min-w-0 flex-1">
                    <span className="block truncate font-medium">{other.name}</span>
                    <span className="block text-list text-ink-3">+{other.waId}</span>
                  </span>
                  <input
                    type="checkbox"
                    className="size-5 flex-none accent-blue"
                    checked={chosen.has(other.id)}
                    onChange={() => toggle(other.id)}
                  />
                </label>
              </li>
            ))}
        </ul>
        <div className="hairline-t space-y-3 px-4 pt-3">
          <Field
            label={t("contact.name")}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Field
            label={t("contact.phone")}
            type="tel"
            value={phone}
            onChange={(event) => setPhone(event.target.value)}
          />
          <button type="submit" className="btn btn-primary w-full" disabled={contacts.length === 0}>
            {contacts.length === 0 ? t("send") : t("contact.send", { count: contacts.length })}
          </button>
        </div>
      </form>
    </Sheet>
  );
}

function cardOf(name: string, phone: string): SharedContact {
  return { name, phones: [phone], emails: [], organization: null };
}
