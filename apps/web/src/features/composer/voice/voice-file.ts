import { writeOgg } from "./ogg.ts";
import { readOpusFromWebm } from "./webm-packets.ts";

/** What this browser can record, best first. */
const TYPES = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"] as const;

/** The form to record in; null where the browser cannot record at all. */
export function recordingType(): string | null {
  if (typeof MediaRecorder === "undefined") return null;
  return TYPES.find((type) => MediaRecorder.isTypeSupported(type)) ?? null;
}

/**
 * A recording as a file that WhatsApp takes: Ogg as a voice note. Where a browser
 * records neither Ogg nor WebM, the file goes as it is, as a sound.
 */
export async function voiceFile(recording: Blob, at: Date): Promise<File> {
  const name = `voice-${at.toISOString().slice(0, 19).replaceAll(/[:T]/g, "-")}`;
  const type = recording.type.split(";", 1)[0] ?? "";
  if (type !== "audio/webm") {
    const isOgg = type === "audio/ogg";
    return new File([recording], `${name}.${isOgg ? "ogg" : "m4a"}`, {
      type: isOgg ? "audio/ogg" : "audio/mp4",
    });
  }
  const opus = readOpusFromWebm(new Uint8Array(await recording.arrayBuffer()));
  if (!opus) throw new Error("The recording is empty.");
  const serial = crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
  return new File([new Uint8Array(writeOgg(opus, serial))], `${name}.ogg`, { type: "audio/ogg" });
}
