import { z } from "zod";
import { chatLinkJson, profileChangeJson, shownProfileJson } from "../json/profile.ts";
import { type Route, byId, done, id } from "../route.ts";

const byCode = byId.extend({ code: z.string().min(1).max(100) });
const words = z.object({ words: z.string().max(500) });

export const PROFILE_ROUTES = {
  getProfile: {
    method: "GET",
    path: "/api/v1/channels/:id/profile",
    summary: "What people see of the business behind a number, asked at WhatsApp",
    params: byId,
    answer: shownProfileJson,
  },
  updateProfile: {
    method: "PATCH",
    path: "/api/v1/channels/:id/profile",
    summary: "Change what people see of the business, at WhatsApp",
    params: byId,
    body: profileChangeJson,
    answer: shownProfileJson,
  },
  updateProfilePicture: {
    method: "PUT",
    path: "/api/v1/channels/:id/profile/picture",
    summary: "Put an uploaded picture on the profile",
    params: byId,
    body: z.object({ fileId: id }),
    answer: done,
  },
  listChatLinks: {
    method: "GET",
    path: "/api/v1/channels/:id/links",
    summary: "Links that open a chat with words already typed",
    params: byId,
    answer: z.object({ items: z.array(chatLinkJson) }),
  },
  createChatLink: {
    method: "POST",
    path: "/api/v1/channels/:id/links",
    summary: "Make a link that opens a chat with words already typed",
    params: byId,
    body: words,
    answer: chatLinkJson,
  },
  updateChatLink: {
    method: "PUT",
    path: "/api/v1/channels/:id/links/:code",
    summary: "Change the words of a link; its address stays",
    params: byCode,
    body: words,
    answer: chatLinkJson,
  },
  removeChatLink: {
    method: "DELETE",
    path: "/api/v1/channels/:id/links/:code",
    summary: "End a link",
    params: byCode,
    answer: done,
  },
} as const satisfies Record<string, Route>;
