import { Ban, Eraser, Flag, Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ChatJson } from "@galka/emulator/wire/control";
import { useActions } from "../api/actions.ts";
import { Confirm } from "../ui/Confirm.tsx";
import { MarketingSwitch } from "./MarketingSwitch.tsx";
import { ReportSheet } from "./ReportSheet.tsx";

/** What can be done about a chat as a whole: clear it, block who is at the other end. */
export function PeerActions({ chat }: { readonly chat: ChatJson }) {
  const { t } = useTranslation();
  const { attempt, setBlocked, clear } = useActions();
  const [asked, setAsked] = useState<"block" | "clear" | "report" | null>(null);
  const { name } = chat.peer;
  const block = (blocked: boolean) => attempt(() => setBlocked(chat.personId, chat.id, blocked));
  const business = chat.peer.kind === "business";
  return (
    <div className="pt-2">
      {business && <MarketingSwitch chat={chat} />}
      <button type="button" className="row-btn" onClick={() => setAsked("clear")}>
        <Eraser size={20} aria-hidden /> {t("chat.clear")}
      </button>
      {chat.blocked ? (
        <button type="button" className="row-btn" onClick={() => block(false)}>
          <Undo2 size={20} aria-hidden /> {t("chat.unblockName", { name })}
        </button>
      ) : (
        <button type="button" className="row-btn text-red" onClick={() => setAsked("block")}>
          <Ban size={20} aria-hidden /> {t("chat.blockName", { name })}
        </button>
      )}
      {business && (
        <button type="button" className="row-btn text-red" onClick={() => setAsked("report")}>
          <Flag size={20} aria-hidden /> {t("report.title", { name })}
        </button>
      )}
      {asked === "report" && <ReportSheet chat={chat} onClose={() => setAsked(null)} />}
      {asked === "block" && (
        <Confirm
          title={t("chat.blockName", { name })}
          text={t("chat.blockText")}
          verb={t("chat.block")}
          onConfirm={() => block(true)}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === "clear" && (
        <Confirm
          title={t("chat.clear")}
          text={t("chat.clearText")}
          verb={t("chat.clearVerb")}
          onConfirm={() => clear(chat.personId, chat.id, chat.lastMessage?.sentAt ?? "")}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
}
