import { useTranslation } from "react-i18next";
import { useActions } from "../api/actions.ts";
import { usePhones } from "../state/store.ts";
import { usePhone } from "./phone-context.ts";

/** Whom this person has blocked, each with the way back. */
export function BlockedChats() {
  const { t } = useTranslation();
  const { person } = usePhone();
  const { attempt, setBlocked } = useActions();
  const chats = usePhones((phones) => phones.chats.get(person.id));
  const blocked = [...(chats?.values() ?? [])].filter((chat) => chat.blocked);
  if (blocked.length === 0) return null;
  return (
    <section className="hairline-t mt-2 px-4 pt-3">
      <h3 className="text-list font-medium text-ink-2">{t("me.blocked")}</h3>
      <ul>
        {blocked.map((chat) => (
          <li key={chat.id} className="flex items-center gap-2 py-1">
            <span className="min-w-0 flex-1 truncate">{chat.peer.name}</span>
            <button
              type="button"
              className="btn"
              onClick={() => attempt(() => setBlocked(person.id, chat.id, false))}
            >
              {t("chat.unblock")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
