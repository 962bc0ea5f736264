import { whatsAppGateway } from "../channels/whatsapp/whatsapp-gateway.ts";
import { type BillingAccount, unknownAccount } from "@galka/core/billing/charging/account";
import type { ToldCharge } from "@galka/core/billing/reconcile";
import type { Template } from "@galka/core/templates/template";
import type {
  ChannelAccess,
  ChannelGateway,
  GatewayError,
  NumberStanding,
  Outgoing,
  SendOutcome,
  Submission,
  UploadableFile,
} from "../channels/gateway.ts";
import type { Ids } from "../ids.ts";
import { WELL } from "./well-standing.ts";

export type Sent = {
  readonly access: ChannelAccess;
  readonly outgoing: Outgoing;
  readonly tag: string;
};

/** A channel with a memory: what it was asked to send, and answers as it is told. Reads webhooks as the real one. */
export type FakeMeta = ChannelGateway & {
  readonly sent: Sent[];
  readonly uploaded: UploadableFile[];
  /** What to answer the next sends, one after the other; afterwards all are accepted. */
  readonly answers: ((sent: Sent) => SendOutcome | Promise<SendOutcome>)[];
  readonly files: Map<string, Uint8Array>;
  templates: readonly Template[];
  readonly submitted: Submission[];
  /** What the calls about templates throw, when Meta is to say no. */
  refuses: GatewayError | null;
  subscribed: boolean;
  standing: NumberStanding;
  /** What prices depend on; an account in dollars and UTC while it is null. */
  account: BillingAccount | null;
  charges: readonly ToldCharge[];
};

export function fakeMeta(ids: Ids): FakeMeta {
  const real = whatsAppGateway({
    ids,
    fetch: () => Promise.reject(new Error("A test speaks to nobody outside.")),
  });
  let count = 0;
  const meta: FakeMeta = {
    sent: [],
    uploaded: [],
    answers: [],
    files: new Map(),
    templates: [],
    submitted: [],
    refuses: null,
    subscribed: true,
    standing: WELL,
    account: null,
    charges: [],
    read: real.read,
    async send(access, outgoing, tag) {
      const sent = { access, outgoing, tag };
      meta.sent.push(sent);
      const answer = meta.answers.shift();
      if (answer) return answer(sent);
      count += 1;
      const wamid = outgoing.kind === "read-receipt" ? null : `wamid.out.${count}`;
      return { outcome: "accepted", wamid, waId: null };
    },
    async upload(_access, file) {
      meta.uploaded.push(file);
      return `media-${meta.uploaded.length}`;
    },
    async fetchFile(_access, remoteId) {
      const bytes = meta.files.get(remoteId);
      if (!bytes) throw new Error(`There is no file ${remoteId}.`);
      return { bytes: whole(bytes), claimedType: null, sizeBytes: bytes.byteLength };
    },
    listTemplates: async () => meta.templates,
    async submitTemplate(_access, submission) {
      meta.submitted.push(submission);
      const { text, templateId } = submission;
      if (meta.refuses) throw meta.refuses;
      const id = templateId ?? `template-${meta.submitted.length}`;
      return { id, status: "pending", category: text.category };
    },
    async deleteTemplate(_access, { name, id }) {
      if (meta.refuses) throw meta.refuses;
      meta.templates = meta.templates.filter((it) =>
        id === undefined ? it.name !== name : it.id !== id,
      );
    },
    async uploadSample(_access, file) {
      meta.uploaded.push(file);
      return `handle-${meta.uploaded.length}`;
    },
    async setBlocked() {},
    isSubscribed: async () => meta.subscribed,
    readStanding: async () => meta.standing,
    readBillingAccount: async ({ wabaId }) => meta.account ?? unknownAccount(wabaId),
    readCharges: async () => meta.charges,
  };
  return meta;
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
