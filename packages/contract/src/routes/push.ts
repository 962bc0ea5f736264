import { z } from "zod";
import { type Route, done } from "../route.ts";

export const PUSH_ROUTES = {
  getPushKey: {
    method: "GET",
    path: "/api/v1/push/key",
    summary: "The key with which a browser subscribes to notifications",
    answer: z.object({ publicKey: z.string() }),
  },
  subscribeBrowser: {
    method: "POST",
    path: "/api/v1/push/subscriptions",
    summary: "Have this browser be told what comes in, also when its page is closed",
    body: z.object({
      endpoint: z.url().max(2000),
      p256dh: z.string().min(1).max(200),
      auth: z.string().min(1).max(100),
    }),
    answer: done,
  },
  unsubscribeBrowser: {
    method: "POST",
    path: "/api/v1/push/subscriptions/end",
    summary: "Have this browser not be told any more",
    body: z.object({ endpoint: z.string().max(2000) }),
    answer: done,
  },
} as const satisfies Record<string, Route>;
