import { idOf } from "@galka/core/kernel/ids";
import type { ShownProfileJson } from "@galka/contract/json/profile";
import type { ShownProfile } from "../../channels/profiles.ts";
import { changePicture } from "../../operations/channels/profile/change-picture.ts";
import { changeProfile } from "../../operations/channels/profile/change-profile.ts";
import {
  listChatLinks,
  removeChatLink,
  saveChatLink,
} from "../../operations/channels/profile/chat-links.ts";
import { readProfile } from "../../operations/channels/profile/read-profile.ts";
import { handle } from "../handle.ts";

export const profileRoutes = {
  getProfile: handle("getProfile", async ({ app, desk, member, params }) => {
    const shown = await readProfile(app, member, idOf(params.id), desk.profiles);
    return "refused" in shown ? shown : present(params.id, shown);
  }),

  updateProfile: handle("updateProfile", async ({ app, desk, member, params, body }) => {
    const wish = { id: idOf<"channel">(params.id), change: body };
    const shown = await changeProfile(app, member, wish, desk.profiles);
    return "refused" in shown ? shown : present(params.id, shown);
  }),

  updateProfilePicture: handle("updateProfilePicture", ({ app, desk, member, params, body }) =>
    changePicture(app, member, { id: idOf(params.id), fileId: idOf(body.fileId) }, desk.profiles),
  ),

  listChatLinks: handle("listChatLinks", async ({ app, desk, member, params }) => {
    const found = await listChatLinks(app, member, idOf(params.id), desk.profiles);
    return "refused" in found ? found : { items: [...found.items] };
  }),

  createChatLink: handle("createChatLink", ({ app, desk, member, params, body }) =>
    saveChatLink(app, member, { id: idOf(params.id), code: null, ...body }, desk.profiles),
  ),

  updateChatLink: handle("updateChatLink", ({ app, desk, member, params, body }) =>
    saveChatLink(app, member, { id: idOf(params.id), code: params.code, ...body }, desk.profiles),
  ),

  removeChatLink: handle("removeChatLink", ({ app, desk, member, params }) =>
    removeChatLink(app, member, { id: idOf(params.id), code: params.code }, desk.profiles),
  ),
};

function present(
  channelId: string,
  { profile, pictureUrl, standing }: ShownProfile,
): ShownProfileJson {
  return {
    profile: { ...profile, websites: [...profile.websites] },
    // WhatsApp's own address changes with the picture, so it makes ours change too.
    pictureUrl:
      pictureUrl && `/files/profile/${channelId}?v=${encodeURIComponent(pictureUrl.slice(-24))}`,
    standing,
  };
}
