import { unknownAccount } from "@galka/core/billing/charging/account";
import type {
  ChannelGateway,
  GatewayFailure,
  GatewayRemedy,
  Outgoing,
  Recipient,
  SendOutcome,
  UploadableFile,
} from "../../../channels/gateway.ts";
import { WELL } from "../../../testing/well-standing.ts";

/** A call that reached the channel, and what it carried. */
export type Call = {
  readonly text: string;
  readonly outgoing: Outgoing;
  readonly tag: string;
  readonly atMs: number;
};

/** A channel in memory: what it was asked, in order, and what it answers. */
export type FakeGateway = ChannelGateway & {
  readonly calls: Call[];
  readonly uploads: UploadableFile[];
  isSubscribedHere: boolean;
  /** How it answers; accepts everything at once unless told otherwise. */
  answer: (call: Call) => SendOutcome | Promise<SendOutcome>;
  onUpload: (file: UploadableFile) => string;
  /** Whom it was asked to hear no more, or again. */
  readonly blocked: { readonly person: Recipient; readonly blocked: boolean }[];
  blockFault: Error | null;
};

export function fakeGateway(): FakeGateway {
  let count = 0;
  const gateway: FakeGateway = {
    calls: [],
    uploads: [],
    blocked: [],
    blockFault: null,
    isSubscribedHere: true,
    answer: () => accepted(`wamid.${(count += 1)}`),
    onUpload: () => "remote-1",
    async send(_access, outgoing, tag) {
      const call = { outgoing, tag, text: textOf(outgoing), atMs: performance.now() };
      gateway.calls.push(call);
      return gateway.answer(call);
    },
    async upload(_access, file) {
      gateway.uploads.push(file);
      return gateway.onUpload(file);
    },
    fetchFile: () => Promise.reject(new Error("Nothing here is fetched.")),
    listTemplates: async () => [],
    submitTemplate: () => Promise.reject(new Error("Nothing here is submitted.")),
    deleteTemplate: () => Promise.reject(new Error("Nothing here is deleted.")),
    uploadSample: () => Promise.reject(new Error("Nothing here is submitted.")),
    isSubscribed: async () => gateway.isSubscribedHere,
    readStanding: async () => WELL,
    async setBlocked(_access, person, blocked) {
      if (gateway.blockFault) throw gateway.blockFault;
      gateway.blocked.push({ person, blocked });
    },
    readBillingAccount: async ({ wabaId }) => unknownAccount(wabaId),
    readCharges: async () => [],
    read: () => [],
  };
  return gateway;
}

function textOf(outgoing: Outgoing): string {
  if (outgoing.kind !== "message") return outgoing.kind;
  return outgoing.content.kind === "text" ? outgoing.content.text : outgoing.content.kind;
}

export function accepted(wamid: string): SendOutcome {
  return { outcome: "accepted", wamid, waId: null };
}

export function rejected(remedy: GatewayRemedy, code = 131_000): SendOutcome {
  return { outcome: "rejected", failure: failure(remedy, code) };
}

export function failure(remedy: GatewayRemedy, code: number): GatewayFailure {
  return {
    code,
    title: `Error ${code}`,
    detail: null,
    remedy,
    explanation: { en: "It was refused.", ru: "Отказано." },
    advice: { en: "Do something else.", ru: "Сделайте иначе." },
    raw: { error: { code } },
  };
}
