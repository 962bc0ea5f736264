import { CircleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useActions } from "../api/actions.ts";
import { Quote } from "../bubbles/Quote.tsx";
import type { Pending } from "../state/model.ts";
import { Bubble } from "./Bubble.tsx";
import { useChat } from "./chat-context.ts";
import { Meta } from "./Meta.tsx";

/** A message on its way to the emulator, or one that did not get there. */
export function PendingRow({ pending }: { readonly pending: Pending }) {
  const { chat } = useChat();
  const failed = pending.state === "failed";
  return (
    <li className="mt-2.5 flex justify-end">
      <div className="min-w-0 max-w-[84%]">
        <Bubble
          shown={{
            messageId: null,
            mine: true,
            content: pending.shown,
            tappedActionId: null,
            played: false,
          }}
          quote={pending.replyTo && <Quote quote={pending.replyTo} peerName={chat.peer.name} />}
          meta={<Meta at={pending.writtenAt} ticks={failed ? null : "waiting"} mine />}
        />
        {failed && <Failed pending={pending} />}
      </div>
    </li>
  );
}

function Failed({ pending }: { readonly pending: Pending }) {
  const { t } = useTranslation();
  const { retry, discard } = useActions();
  return (
    <p role="alert" className="mt-1 flex items-center justify-end gap-2 text-list text-red">
      <CircleAlert size={16} aria-hidden />
      {t("message.failed")}
      <button type="button" className="underline" onClick={() => retry(pending.key)}>
        {t("message.retry")}
      </button>
      <button type="button" className="underline" onClick={() => discard(pending.key)}>
        {t("message.discard")}
      </button>
    </p>
  );
}
