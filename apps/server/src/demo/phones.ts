import { z } from "zod";
import type { CastMember } from "./cast.ts";
import type { EmulatorControl } from "./emulator-control.ts";
import { type DemoFile, pdf, picture, voiceNote } from "./files.ts";
import type { Act } from "./story.ts";

const person = z.object({ id: z.string(), waId: z.string(), bsuid: z.string() });
const bubble = z.object({ id: z.string(), direction: z.enum(["in", "out"]) });
const bubbles = z.object({ data: z.array(bubble) });
const anything = z.unknown();

/** A person of the demo with their phone in hand. */
export type Phone = {
  readonly key: string;
  /** By which of these the business knows them depends on what they hide. */
  readonly identities: readonly string[];
  isOnline(): boolean;
  act(act: Act): Promise<void>;
  /** The newest message of the business's on this phone; null before the first. */
  newestOfOurs(): Promise<string | null>;
  /** Opens the chat for a moment: everything in it is read. */
  read(): Promise<void>;
};

/** Gives everybody of the cast a phone. */
export async function handOutPhones(
  control: EmulatorControl,
  cast: readonly CastMember[],
  phoneNumberId: string,
): Promise<ReadonlyMap<string, Phone>> {
  const phones = new Map<string, Phone>();
  for (const { key, ...given } of cast) {
    const made = await control.post("/people", given, person);
    phones.set(key, phoneOf(control, { key, phoneNumberId, ...made }));
  }
  return phones;
}

type Owner = z.infer<typeof person> & { readonly key: string; readonly phoneNumberId: string };

function phoneOf(control: EmulatorControl, owner: Owner): Phone {
  const chat = `/people/${owner.id}/chats/business-${owner.phoneNumberId}`;

  let isOnline = true;

  async function newestOfOurs(): Promise<string | null> {
    const { data } = await control.get(`${chat}/messages?limit=20`, bubbles);
    return data.findLast((it) => it.direction === "in")?.id ?? null;
  }

  async function write(content: object, replyTo?: string | null): Promise<void> {
    await control.post(`${chat}/messages`, { content, ...(replyTo ? { replyTo } : {}) }, anything);
  }

  async function writeFile(kind: string, file: DemoFile, rest: object = {}): Promise<void> {
    const mediaId = await control.upload(file.bytes, file.type, file.name);
    await write({ kind, mediaId, ...rest });
  }

  async function onOurs(deed: string, body: object): Promise<void> {
    const message = await newestOfOurs();
    if (message === null) throw new Error(`${owner.key} has nothing to ${deed}.`);
    await control.post(`/people/${owner.id}/messages/${message}/${deed}`, body, anything);
  }

  async function act(it: Act): Promise<void> {
    if ("says" in it) {
      return write({ kind: "text", body: it.says }, it.quotesUs ? await newestOfOurs() : null);
    }
    if ("photo" in it) {
      const caption = it.caption === undefined ? {} : { caption: it.caption };
      return writeFile("image", await picture(it.photo), caption);
    }
    if ("voice" in it) return writeFile("audio", await voiceNote(), { voice: true });
    if ("document" in it) {
      return writeFile("document", pdf(it.document), { filename: it.document });
    }
    if ("place" in it) return write({ kind: "location", ...it.place });
    if ("card" in it) return write({ kind: "contacts", contacts: [sharedContact(it.card)] });
    if ("taps" in it) return onOurs("tap", { title: it.taps });
    if ("goes" in it) {
      await control.patch(`/people/${owner.id}`, { online: false }, anything);
      isOnline = false;
      return;
    }
    if ("reacts" in it) return onOurs("reaction", { emoji: it.reacts });
    return write({ kind: "unsupported", type: "poll_creation" });
  }

  return {
    key: owner.key,
    isOnline: () => isOnline,
    identities: [owner.waId, owner.bsuid],
    act,
    newestOfOurs,
    async read() {
      await control.post(`${chat}/read`, {}, anything);
    },
  };
}

function sharedContact({ name, phone }: { readonly name: string; readonly phone: string }) {
  return { name, phones: [phone], emails: [], organization: null };
}
