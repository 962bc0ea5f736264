import type { BusinessProfile } from "@galka/core/channels/business-profile";
import type { ChannelProfiles, ChatLink } from "../../channels/profiles.ts";

const EMPTY: BusinessProfile = {
  about: "",
  address: "",
  description: "",
  email: "",
  websites: [],
  vertical: null,
};

/** One profile with its links, in memory. */
export function fakeProfiles(): ChannelProfiles {
  let profile = EMPTY;
  let picture: Uint8Array | null = null;
  const links = new Map<string, ChatLink>();
  return {
    async read() {
      return {
        profile,
        pictureUrl: picture && "https://pictures.test/1",
        standing: {
          verifiedName: "Jackdaw",
          nameStatus: "approved",
          kind: "verified",
          isOnApp: false,
        },
      };
    },
    async change(_access, change) {
      profile = { ...profile, ...change };
      return null;
    },
    async changePicture(_access, { bytes }) {
      picture = bytes;
      return null;
    },
    readPicture: async () => picture,
    listLinks: async () => [...links.values()],
    async saveLink(_access, { code, words }) {
      const key = code ?? `CODE${links.size + 1}`;
      const link = { code: key, words, url: `https://wa.me/message/${key}` };
      links.set(key, link);
      return link;
    },
    async removeLink(_access, code) {
      links.delete(code);
      return null;
    },
  };
}
