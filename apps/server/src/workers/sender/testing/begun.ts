import type { Lane } from "@galka/core/sends/send";
import type { ClaimedSend } from "../../../operations/sends/claim-next.ts";
import type { Begun } from "../outlet.ts";
import { fakeGateway } from "./fake-gateway.ts";

/** A message in its owner's hands. */
export function claimedTo(recipient: string, lane: Lane, id: string = recipient): ClaimedSend {
  return {
    id,
    messageId: null,
    kind: "message",
    lane,
    purpose: "service",
    recipient,
    attemptCount: 0,
    queuedAt: new Date(0),
    payload: {},
    content: null,
    replyToWamid: null,
  };
}

export function begunTo(recipient: string, lane: Lane): Begun {
  const send = claimedTo(recipient, lane);
  return {
    it: { send, remoteIds: new Map() },
    attempt: { sendId: send.id, attemptId: `attempt at ${send.id}`, queuedAt: send.queuedAt },
    over: {
      gateway: fakeGateway(),
      access: {
        channelId: "channel",
        baseUrl: "http://localhost",
        apiVersion: "v26.0",
        appId: null,
        wabaId: "waba",
        phoneNumberId: "number",
        accessToken: "fake-token",
        appSecret: "fake-secret",
      },
      throughputPerSecond: 80,
      share: 1,
      sealed: new Uint8Array(),
    },
  };
}
