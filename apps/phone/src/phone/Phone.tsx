import { useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ChatId, PersonJson } from "@galka/emulator/wire/control";
import { Chat } from "../chat/Chat.tsx";
import { useEscape } from "../ui/use-escape.ts";
import { ChatList } from "./ChatList.tsx";
import { Me } from "./Me.tsx";
import { NewChat } from "./NewChat.tsx";
import { PeerCard } from "./PeerCard.tsx";
import { PhoneContext, type Screen } from "./phone-context.ts";
import { useScreenFocus } from "./use-screen-focus.ts";
import { StatusBar } from "./StatusBar.tsx";

type Props = {
  readonly person: PersonJson;
  /** Fills its place without a frame, as in Galka's own page. */
  readonly narrow?: boolean;
  readonly startWith?: ChatId | null;
};

/** One person's phone with the messenger open. */
export function Phone({ person, narrow = false, startWith = null }: Props) {
  const { t } = useTranslation();
  const [screen, go] = useState<Screen>(
    startWith === null ? { at: "chats" } : { at: "chat", chatId: startWith },
  );
  const [overlay, setOverlay] = useState<HTMLElement | null>(null);
  const [holds, setHolds] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  useScreenFocus(box, screen, person.id);
  useEscape(box, () => go(screenBehind(screen)));
  const holdScreen = useCallback(() => {
    setHolds((count) => count + 1);
    return () => setHolds((count) => count - 1);
  }, []);
  const value = useMemo(
    () => ({ person, go, overlay, holdScreen }),
    [person, go, overlay, holdScreen],
  );

  return (
    <PhoneContext value={value}>
      <section
        aria-label={t("phone.of", { name: person.name })}
        data-person={person.id}
        className={
          narrow
            ? "relative h-full w-full overflow-hidden bg-surface"
            : "h-full w-full rounded-[36px] bg-shell p-2.5 shadow-float max-sm:rounded-none max-sm:p-0"
        }
      >
        <div
          className={`relative h-full overflow-hidden bg-surface ${narrow ? "" : "rounded-[27px] max-sm:rounded-none"}`}
        >
          <div
            ref={box}
            tabIndex={-1}
            inert={holds > 0}
            className="flex h-full flex-col outline-none"
          >
            {!narrow && <StatusBar online={person.online} />}
            <ScreenOf screen={screen} />
          </div>
          <div ref={setOverlay} />
        </div>
      </section>
    </PhoneContext>
  );
}

/** Where Esc leads: from a card to its chat, from anywhere else to the chats. */
function screenBehind(screen: Screen): Screen {
  if (screen.at === "card") return { at: "chat", chatId: screen.chatId };
  return screen.at === "chats" ? screen : { at: "chats" };
}

function ScreenOf({ screen }: { readonly screen: Screen }) {
  switch (screen.at) {
    case "chats":
      return <ChatList />;
    case "new-chat":
      return <NewChat />;
    case "me":
      return <Me />;
    case "card":
      return <PeerCard chatId={screen.chatId} />;
    case "chat":
      return <Chat key={screen.chatId} chatId={screen.chatId} />;
    default:
      return screen satisfies never;
  }
}
