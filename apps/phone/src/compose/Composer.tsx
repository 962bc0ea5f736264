import { useState, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { useChat } from "../chat/chat-context.ts";
import { useDrop } from "../ui/use-drop.ts";
import { VoiceRecorder } from "../voice/VoiceRecorder.tsx";
import type { Aside } from "./aside.ts";
import { AsideBar } from "./AsideBar.tsx";
import { AttachSheet, type AttachKind } from "./AttachSheet.tsx";
import { ContactForm } from "./ContactForm.tsx";
import { EmojiSheet } from "./EmojiSheet.tsx";
import { FilesSheet } from "./FilesSheet.tsx";
import { LocationForm } from "./LocationForm.tsx";
import { quoteOf, useWrite } from "./use-write.ts";
import { WriteLine } from "./WriteLine.tsx";

type Props = {
  readonly aside: Aside | null;
  readonly onAside: (aside: Aside | null) => void;
  /** Where files may be dropped. */
  readonly area: RefObject<HTMLElement | null>;
};
type Open = AttachKind | "attach" | "emoji" | "voice" | null;

/** The foot of an open chat: words, files, voice, places and people to send. */
export function Composer({ aside, onAside, area }: Props) {
  const { t } = useTranslation();
  const { chat } = useChat();
  const write = useWrite();
  const [open, setOpen] = useState<Open>(null);
  const [files, setFiles] = useState<readonly File[]>([]);
  const dropping = useDrop(area, take);
  const replyTo = aside?.kind === "reply" ? quoteOf(aside.message) : null;
  const asked = aside?.kind === "location" ? aside.replyToId : null;

  function done(): void {
    setOpen(null);
    setFiles([]);
    onAside(null);
  }

  function take(list: FileList | null | undefined): boolean {
    const taken = [...(list ?? [])];
    if (taken.length > 0) setFiles(taken);
    return taken.length > 0;
  }

  return (
    <fieldset
      aria-label={t("compose.title", { name: chat.peer.name })}
      className={`min-w-0 hairline-t relative flex-none bg-surface ${dropping ? "outline-2 -outline-offset-2 outline-blue" : ""}`}
    >
      {aside && aside.kind !== "location" && (
        <AsideBar aside={aside} onClose={() => onAside(null)} />
      )}
      {open === "voice" ? (
        <VoiceRecorder
          onCancel={() => setOpen(null)}
          onRecorded={(sound) => {
            const name = `voice-${Date.now()}.${sound.type.includes("ogg") ? "ogg" : "webm"}`;
            write.file(sound, { kind: "audio", filename: name, caption: "", voice: true }, replyTo);
            done();
          }}
        />
      ) : (
        <WriteLine
          aside={aside}
          replyTo={replyTo}
          onDone={() => onAside(null)}
          onFiles={take}
          onAttach={() => setOpen("attach")}
          onEmoji={() => setOpen("emoji")}
          onVoice={() => setOpen("voice")}
        />
      )}
      {open === "emoji" && <EmojiSheet onClose={() => setOpen(null)} />}
      {open === "attach" && (
        <AttachSheet
          onKind={setOpen}
          onFiles={(list) => {
            setOpen(null);
            take(list);
          }}
          onPoll={() => {
            write.content({ kind: "unsupported", type: "poll_creation" }, replyTo);
            done();
          }}
          onClose={() => setOpen(null)}
        />
      )}
      {files.length > 0 && (
        <FilesSheet
          files={files}
          onSend={(attachments) => {
            for (const { file, attachment } of attachments) write.file(file, attachment, replyTo);
            done();
          }}
          onClose={() => setFiles([])}
        />
      )}
      {(open === "location" || asked !== null) && (
        <LocationForm
          onSend={(place) => {
            write.content(
              place,
              asked === null ? replyTo : { id: asked, by: "peer", content: null },
            );
            done();
          }}
          onClose={done}
        />
      )}
      {open === "contact" && (
        <ContactForm
          onSend={(contacts) => {
            write.content({ kind: "contacts", contacts }, replyTo);
            done();
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </fieldset>
  );
}
