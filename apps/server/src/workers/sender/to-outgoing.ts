import { unreachable } from "@galka/core/kernel/unreachable";
import type { Outgoing } from "../../channels/gateway.ts";
import { outgoingPayload } from "../../operations/sends/outgoing-payload.ts";
import type { ReadySend } from "./hand.ts";

/** What the gateway is asked to carry out. Throws for a row that this version cannot read. */
export function toOutgoing({ send, remoteIds }: ReadySend): Outgoing {
  const payload = outgoingPayload.parse(send.payload);
  switch (payload.kind) {
    case "message": {
      if (send.content === null) throw new Error(`The send ${send.id} has no message.`);
      const { content, replyToWamid } = send;
      // Nothing makes a send of a note; whatever did would end here.
      if (content.kind === "note") throw new Error(`The send ${send.id} is of a note.`);
      const quotes = replyToWamid === null ? {} : { replyToWamid };
      return { kind: "message", to: payload.to, content, remoteIds, ...quotes };
    }
    case "reaction":
      return payload;
    case "read-receipt":
      return { kind: "read-receipt", wamid: payload.wamid, typing: payload.typing ?? false };
    default:
      return unreachable(payload);
  }
}
