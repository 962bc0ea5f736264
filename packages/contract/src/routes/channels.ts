import { z } from "zod";
import {
  checkJson,
  connectRequestJson,
  parkedJson,
  receiptDayJson,
  unknownSendJson,
} from "../json/connection.ts";
import { channelJson } from "../json/workspace.ts";
import { byId, done, limit, type Route } from "../route.ts";

export const CHANNEL_ROUTES = {
  listChannels: {
    method: "GET",
    path: "/api/v1/channels",
    summary: "Connected numbers",
    answer: z.object({ items: z.array(channelJson) }),
  },
  probeNumbers: {
    method: "POST",
    path: "/api/v1/channels/probe",
    summary: "Which numbers a token and an account give access to, before connecting one",
    body: connectRequestJson.pick({
      accessToken: true,
      wabaId: true,
      baseUrl: true,
      apiVersion: true,
    }),
    answer: z.object({
      numbers: z.array(
        z.object({
          phoneNumberId: z.string(),
          displayPhone: z.string(),
          verifiedName: z.string(),
          connectedHere: z.boolean(),
        }),
      ),
    }),
  },
  connectChannel: {
    method: "POST",
    path: "/api/v1/channels",
    summary: "Connect a number: check the values, store the secrets sealed, subscribe the webhook",
    body: connectRequestJson,
    answer: channelJson,
  },
  updateChannel: {
    method: "PATCH",
    path: "/api/v1/channels/:id",
    summary: "Rename, pause, resume, or give new secrets",
    params: byId,
    body: z.object({
      name: z.string().min(1).max(100).exactOptional(),
      status: z.enum(["connected", "paused"]).exactOptional(),
      accessToken: z.string().min(1).exactOptional(),
      appSecret: z.string().min(1).exactOptional(),
    }),
    answer: channelJson,
  },
  removeChannel: {
    method: "DELETE",
    path: "/api/v1/channels/:id",
    summary:
      "Disconnect a number: what waits to be sent is cancelled, its conversations stay readable",
    params: byId,
    /** `unsubscribed` is false when Meta could not be told, and may go on delivering to this address. */
    answer: done.extend({ unsubscribed: z.boolean() }),
  },
  examineChannel: {
    method: "POST",
    path: "/api/v1/channels/:id/doctor",
    summary: "Test each prerequisite of the connection live",
    params: byId,
    answer: z.object({ checks: z.array(checkJson) }),
  },
  repairChannel: {
    method: "POST",
    path: "/api/v1/channels/:id/repair",
    summary: "Let Galka mend what the doctor found",
    params: byId,
    body: z.object({
      repair: z.enum(["subscribe", "register", "set-callback"]),
      pin: z
        .string()
        .regex(/^\d{6}$/)
        .exactOptional(),
    }),
    answer: z.object({ checks: z.array(checkJson) }),
  },
  listReceipts: {
    method: "GET",
    path: "/api/v1/channels/:id/receipts",
    summary: "Per day: webhooks accepted, applied, parked",
    params: byId,
    query: z.object({ days: z.coerce.number().int().min(1).max(90).exactOptional() }),
    answer: z.object({ days: z.array(receiptDayJson) }),
  },
  listParked: {
    method: "GET",
    path: "/api/v1/parked",
    summary: "Members of webhooks that could not be applied, the newest first",
    query: z.object({ cursor: z.string().exactOptional(), limit }),
    answer: z.object({ items: z.array(parkedJson), next: z.string().nullable() }),
  },
  retryParked: {
    method: "POST",
    path: "/api/v1/parked/:id/retry",
    summary: "Try to apply a parked member again",
    params: byId,
    answer: z.object({ applied: z.boolean() }),
  },
  listUnknownSends: {
    method: "GET",
    path: "/api/v1/sends/unknown",
    summary: "Messages of which nobody knows yet whether Meta took them",
    answer: z.object({ items: z.array(unknownSendJson) }),
  },
} as const satisfies Record<string, Route>;
