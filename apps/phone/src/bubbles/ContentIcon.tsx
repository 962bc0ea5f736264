import {
  Ban,
  ContactRound,
  FileText,
  Image,
  MapPin,
  Mic,
  Music,
  Sticker,
  Video,
} from "lucide-react";
import type { BubbleContent } from "@galka/emulator/wire/control";

const ICON = {
  image: Image,
  video: Video,
  audio: Music,
  voice: Mic,
  document: FileText,
  sticker: Sticker,
  location: MapPin,
  contacts: ContactRound,
  deleted: Ban,
  text: null,
  card: null,
  choice: null,
  unsupported: null,
};

/** A small sign of what a message is, before its summary. Text needs none. */
export function ContentIcon({ content }: { readonly content: BubbleContent }) {
  const voice = content.kind === "audio" && content.voice;
  const Icon = ICON[voice ? "voice" : content.kind];
  return Icon && <Icon size={14} aria-hidden className="flex-none" />;
}
