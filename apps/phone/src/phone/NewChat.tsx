import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePhones } from "../state/store.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { ScreenHead } from "./ScreenHead.tsx";
import { usePhone } from "./phone-context.ts";

/** Everyone who can be written to: the businesses and the other people of the emulator. */
export function NewChat() {
  const { t } = useTranslation();
  const { person, go } = usePhone();
  const people = usePhones((phones) => phones.people);
  const numbers = usePhones((phones) => phones.numbers);
  const [sought, setSought] = useState("");

  const rows = useMemo(() => {
    const words = sought.trim().toLocaleLowerCase();
    const all = [
      ...numbers.map((number) => ({
        chatId: `business-${number.id}`,
        id: number.id,
        name: number.verifiedName,
        phone: number.displayPhoneNumber,
        business: true,
      })),
      ...people
        .filter((other) => other.id !== person.id)
        .map((other) => ({
          chatId: `person-${other.id}`,
          id: other.id,
          name: other.name,
          phone: `+${other.waId}`,
          business: false,
        })),
    ];
    return all.filter((row) => `${row.name} ${row.phone}`.toLocaleLowerCase().includes(words));
  }, [numbers, people, person.id, sought]);

  return (
    <>
      <ScreenHead title={t("chats.new")} onBack={() => go({ at: "chats" })} />
      <div className="hairline-b p-3">
        <input
          type="search"
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          aria-label={t("newChat.search")}
          placeholder={t("newChat.search")}
          className="h-10 w-full rounded-full border border-transparent bg-surface-3 px-4"
        />
      </div>
      <ul className="min-h-0 flex-1 overflow-y-auto" aria-label={t("chats.new")}>
        {rows.map((row) => (
          <li key={row.chatId}>
            <button
              type="button"
              className="row-btn min-h-14"
              onClick={() => go({ at: "chat", chatId: row.chatId })}
            >
              <Avatar id={row.id} name={row.name} business={row.business} />
              <span className="min-w-0">
                <span className="block truncate font-medium">{row.name}</span>
                <span className="block text-list text-ink-3">
                  {row.phone}
                  {row.business && ` · ${t("card.business")}`}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
